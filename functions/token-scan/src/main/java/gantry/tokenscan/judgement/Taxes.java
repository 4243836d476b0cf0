package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.judgement.Thresholds.Steps;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a trade costs beside the price. */
final class Taxes implements Rule {
  private record Tax(Topic topic, Flag high, Flag medium, String detail) {}

  private static final List<Tax> TAXES =
      List.of(
          new Tax(
              Topic.SELL_TAX,
              Flag.SELL_TAX_HIGH,
              Flag.SELL_TAX_MEDIUM,
              "Part of every sale is kept back."),
          new Tax(
              Topic.BUY_TAX,
              Flag.BUY_TAX_HIGH,
              Flag.BUY_TAX_MEDIUM,
              "Part of every purchase is kept back."),
          new Tax(
              Topic.TRANSFER_TAX,
              Flag.TRANSFER_TAX_HIGH,
              Flag.TRANSFER_TAX_MEDIUM,
              "Part of every transfer is kept back."));

  private final Steps steps;

  Taxes(Thresholds thresholds) {
    this.steps = thresholds.tax();
  }

  @Override
  public Stream<Finding> findings(Answered said) {
    return TAXES.stream().flatMap(tax -> finding(tax, said).stream());
  }

  private Optional<Finding> finding(Tax tax, Answered said) {
    return said.facts()
        .number(tax.topic())
        .filter(rate -> rate.compareTo(steps.medium()) >= 0)
        .map(rate -> {
          var severity = severity(tax, rate);
          var flag = severity == Severity.MEDIUM ? tax.medium() : tax.high();
          var evidence = tax.topic().label() + ": " + Shares.percent(rate);
          return new Finding(
              flag, severity, tax.detail(), new Finding.Basis(said.source(), evidence));
        });
  }

  private Severity severity(Tax tax, BigDecimal rate) {
    if (rate.compareTo(steps.high()) < 0) {
      return Severity.MEDIUM;
    }
    return tax.topic() == Topic.SELL_TAX && rate.compareTo(steps.critical()) >= 0
        ? Severity.CRITICAL
        : Severity.HIGH;
  }
}
