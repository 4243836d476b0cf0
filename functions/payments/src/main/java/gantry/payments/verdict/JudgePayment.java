package gantry.payments.verdict;

import gantry.payments.asset.Assets;
import gantry.payments.chain.Block.Standing;
import gantry.payments.chain.Evidence;
import gantry.payments.chain.Finding;
import gantry.payments.chain.Finding.SecondOpinion;
import gantry.payments.chain.Trouble;
import gantry.payments.verdict.FindMoney.Found;
import gantry.payments.verdict.Verdict.Sighting;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Decides by what the chain says. Nothing is decided before the block is final: what a transaction
 * does may differ in another block.
 */
@Singleton
public final class JudgePayment {
  private final Thresholds thresholds;

  public JudgePayment(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  public Verdict judge(Terms terms, Finding finding) {
    return switch (finding) {
      case Finding.Unknown _ -> Verdict.of(Reason.NOT_FOUND);
      case Finding.Waiting _ -> Verdict.of(Reason.NOT_MINED);
      case Finding.Unavailable(var trouble) -> Verdict.of(reason(trouble));
      case Finding.Mined mined -> mined(terms, mined);
    };
  }

  private Verdict mined(Terms terms, Finding.Mined mined) {
    var sighting = sighting(mined);
    return unfinished(mined, sighting)
        .map(reason -> Verdict.of(reason, sighting))
        .orElseGet(() -> checked(ended(terms, mined.evidence(), sighting), mined.second()));
  }

  /** A large payment that nobody else can confirm is a person's to credit. */
  private static Verdict checked(Verdict verdict, SecondOpinion second) {
    var isAlone =
        second instanceof SecondOpinion.NobodyToAsk || second instanceof SecondOpinion.Untraced;
    return verdict.outcome() == Outcome.CREDITED && isAlone
        ? verdict.ruled(Outcome.REVIEW, Reason.SINGLE_PROVIDER)
        : verdict;
  }

  private Sighting sighting(Finding.Mined mined) {
    var question = mined.evidence().question();
    return new Sighting(
        question.chain(),
        question.hash(),
        mined.evidence().block().confirmations(),
        thresholds.confirmations(question.chain()),
        mined.all());
  }

  /** Why nothing can be decided yet. */
  private static Optional<Reason> unfinished(Finding.Mined mined, Sighting sighting) {
    var standing = mined.evidence().block().standing();
    if (standing == Standing.REPLACED) {
      return Optional.of(Reason.REORG_SUSPECTED);
    }
    if (standing != Standing.FINAL && sighting.confirmations() < sighting.requiredConfirmations()) {
      return Optional.of(Reason.AWAITING_CONFIRMATIONS);
    }
    return switch (mined.second()) {
      case SecondOpinion.NotNeeded _, SecondOpinion.NobodyToAsk _, SecondOpinion.Untraced _ ->
          Optional.empty();
      case SecondOpinion.Given(var other) when mined.evidence().agreesWith(other) ->
          Optional.empty();
      case SecondOpinion.Given _, SecondOpinion.Unseen _ ->
          Optional.of(Reason.PROVIDER_DISAGREEMENT);
      case SecondOpinion.Missing(var trouble) -> Optional.of(reason(trouble));
    };
  }

  private static Reason reason(Trouble trouble) {
    return switch (trouble) {
      case RATE_LIMITED -> Reason.PROVIDER_RATE_LIMITED;
      case DOWN -> Reason.PROVIDER_DOWN;
    };
  }

  private static Verdict ended(Terms terms, Evidence evidence, Sighting sighting) {
    if (evidence.hasFailed()) {
      return Verdict.of(Reason.TX_FAILED, sighting);
    }
    if (terms.options().isEmpty()) {
      return Verdict.of(elsewhere(evidence), sighting);
    }
    return switch (new FindMoney(terms, evidence).find()) {
      case Found.Nothing(var reason) -> Verdict.of(reason, sighting);
      case Found.Some(var money) -> Verdict.of(reason(terms, evidence, money), sighting, money);
    };
  }

  /** On a chain that the intent does not name, but where we have an account. */
  private static Reason elsewhere(Evidence evidence) {
    return evidence.inbound().stream()
            .anyMatch(leg -> leg.units().signum() > 0 && Assets.of(leg.token()).isPresent())
        ? Reason.WRONG_CHAIN
        : Reason.WRONG_RECIPIENT;
  }

  private static Reason reason(Terms terms, Evidence evidence, Money money) {
    var time = evidence.block().time();
    if (time.isBefore(terms.window().from())) {
      return Reason.PREDATES_INTENT;
    }
    var payer = payer(terms.payer(), money);
    if (payer.isPresent()) {
      return payer.get();
    }
    if (time.isAfter(terms.window().to())) {
      return Reason.PAID_LATE;
    }
    return terms.earlier().credited() ? Reason.PAID_TWICE : amount(money);
  }

  /** What speaks against the payer. */
  private static Optional<Reason> payer(PayerRule rule, Money money) {
    return switch (rule) {
      case PayerRule.Vouched _ -> Optional.empty();
      case PayerRule.Unproven _ ->
          money.isExact() ? Optional.empty() : Optional.of(Reason.PAYER_UNPROVEN);
      case PayerRule.Elsewhere _ -> Optional.of(Reason.PAYER_MISMATCH);
      case PayerRule.Bound(var address) -> {
        var payers = money.payers();
        if (payers.equals(Set.of(address))) {
          yield Optional.empty();
        }
        yield Optional.of(payers.contains(address) ? Reason.PAYER_UNPROVEN : Reason.PAYER_MISMATCH);
      }
    };
  }

  private static Reason amount(Money money) {
    if (!money.isEnough()) {
      return Reason.UNDERPAID;
    }
    return money.isOverpaid() ? Reason.OK_OVERPAID : Reason.OK;
  }
}
