package gantry.payments.claim;

import gantry.audit.Actor;
import gantry.payments.claim.LockedClaims.Pair;
import gantry.payments.verdict.Outcome;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** An operator decides about money that the rules could not place. */
@Singleton
public final class ResolveClaim {
  private final Transactions transactions;
  private final LockedClaims locked;
  private final Decisions decisions;
  private final DecisionEffects effects;

  ResolveClaim(
      Transactions transactions,
      LockedClaims locked,
      Decisions decisions,
      DecisionEffects effects) {
    this.transactions = transactions;
    this.locked = locked;
    this.decisions = decisions;
    this.effects = effects;
  }

  /** What the operator wants, and why. */
  public record Decision(Actor operator, Kind kind, String note) {
    /** For or against the user. */
    public enum Kind {
      CREDIT,
      REJECT
    }
  }

  public sealed interface Result {
    record Resolved(ClaimView claim) implements Result {}

    record NotFound() implements Result {}

    /** It is settled already, or still watched. */
    record NotInReview() implements Result {}

    /** Its money belongs to another claim. */
    record Taken() implements Result {}

    /** Nothing tells which of the intent's assets came, if any did. */
    record AssetUnknown() implements Result {}
  }

  public Result resolve(UUID id, Decision decision) {
    if (!decisions.exists(id)) {
      return new Result.NotFound();
    }
    try {
      return transactions.inTransaction(() -> undoable(id, decision));
    } catch (LegTakenException _) {
      return new Result.Taken();
    }
  }

  /** A transaction around this one, such as a stored answer's, must not keep half of it. */
  private Result undoable(UUID id, Decision decision) {
    return transactions.inSavepoint(() -> decide(locked.lock(id), decision));
  }

  private Result decide(Pair pair, Decision decision) {
    if (pair.claim().outcome() != Outcome.REVIEW) {
      return new Result.NotInReview();
    }
    var ruled =
        switch (decision.kind()) {
          case CREDIT -> effects.credit(pair);
          case REJECT -> Optional.of(effects.reject(pair));
        };
    return ruled
        .<Result>map(claim -> new Result.Resolved(decisions.keep(pair.claim(), claim, decision)))
        .orElseGet(Result.AssetUnknown::new);
  }
}
