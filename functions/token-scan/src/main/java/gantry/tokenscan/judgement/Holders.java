package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Holding.Kind;
import gantry.tokenscan.facts.Holdings;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.judgement.Thresholds.Steps;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Whether one holder's sale would be everybody's loss. */
final class Holders implements Rule {
  private final Steps steps;

  Holders(Thresholds thresholds) {
    this.steps = thresholds.wallet();
  }

  @Override
  public Stream<Finding> findings(Answered said) {
    var holders = said.facts().holdings(Topic.HOLDERS);
    return Stream.of(wallet(said, holders), contract(said, holders)).flatMap(List::stream);
  }

  private List<Finding> wallet(Answered said, Holdings holders) {
    return largest(holders, Kind.WALLET, steps.medium()).stream()
        .map(wallet ->
            finding(
                said,
                Flag.HOLDER_CONCENTRATION_WALLET,
                wallet.share().compareTo(steps.high()) > 0 ? Severity.HIGH : Severity.MEDIUM,
                "One wallet holds " + Shares.percent(wallet.share()) + " of the supply.",
                wallet))
        .toList();
  }

  /** A contract may be a vault for thousands, or its maker's purse. */
  private List<Finding> contract(Answered said, Holdings holders) {
    return largest(holders, Kind.CONTRACT, steps.high()).stream()
        .map(contract ->
            finding(
                said,
                Flag.HOLDER_CONCENTRATION,
                Severity.MEDIUM,
                "One contract holds " + Shares.percent(contract.share()) + " of the supply.",
                contract))
        .toList();
  }

  private static List<Holding> largest(Holdings holders, Kind kind, BigDecimal above) {
    return holders.of(kind).stream()
        .limit(1)
        .filter(holding -> holding.share().compareTo(above) > 0)
        .toList();
  }

  private static Finding finding(
      Answered said, Flag flag, Severity severity, String detail, Holding holding) {
    var evidence = holding.holder() + ": " + Shares.percent(holding.share());
    return new Finding(flag, severity, detail, new Finding.Basis(said.source(), evidence));
  }
}
