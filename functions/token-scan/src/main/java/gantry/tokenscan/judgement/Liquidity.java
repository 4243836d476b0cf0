package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Holding.Kind;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.judgement.Thresholds.Steps;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether there is somebody to sell to, tomorrow as well. */
final class Liquidity implements Rule {
  /** So many wallets are few: they could agree. */
  private static final int FEW = 3;

  private static final BigDecimal MOST = new BigDecimal("0.5");

  private final Steps steps;

  Liquidity(Thresholds thresholds) {
    this.steps = thresholds.liquidity();
  }

  @Override
  public Stream<Finding> findings(Answered said) {
    return Stream.of(untraded(said), tiny(said), unlocked(said)).flatMap(Optional::stream);
  }

  /** What nobody trades, nobody has sold. */
  private static Optional<Finding> untraded(Answered said) {
    return said.facts().isNot(Topic.TRADED)
        ? Optional.of(
            new Finding(
                Flag.NOT_TRADED,
                Severity.UNKNOWN,
                "It is not traded anywhere that is known.",
                new Finding.Basis(said.source(), "traded: no")))
        : Optional.empty();
  }

  private Optional<Finding> tiny(Answered said) {
    return said.facts()
        .number(Topic.LIQUIDITY)
        .filter(dollars -> dollars.compareTo(steps.medium()) < 0)
        .map(dollars ->
            new Finding(
                Flag.LIQUIDITY_TINY,
                dollars.compareTo(steps.high()) < 0 ? Severity.HIGH : Severity.MEDIUM,
                "There is little to sell against.",
                new Finding.Basis(
                    said.source(), "liquidity: " + dollars.toPlainString() + " USD")));
  }

  private static Optional<Finding> unlocked(Answered said) {
    var free =
        said.facts().holdings(Topic.LIQUIDITY_HOLDERS).of(Kind.WALLET).stream()
            .limit(FEW)
            .map(Holding::share)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return free.compareTo(MOST) > 0
        ? Optional.of(
            new Finding(
                Flag.LIQUIDITY_UNLOCKED,
                Severity.HIGH,
                "A few wallets can take most of the liquidity away.",
                new Finding.Basis(said.source(), "unlocked: " + Shares.percent(free))))
        : Optional.empty();
  }
}
