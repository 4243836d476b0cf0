package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Topic;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody has more than there should be, all that one has taken together. */
final class Anomalies implements Rule {
  @Override
  public Stream<Finding> findings(Answered said) {
    return Stream.of(Topic.HOLDERS, Topic.LIQUIDITY_HOLDERS)
        .flatMap(topic -> anomaly(said, topic).stream());
  }

  private static Optional<Finding> anomaly(Answered said, Topic topic) {
    return said.facts().holdings(topic).byHolder().entrySet().stream()
        .filter(holder -> holder.getValue().compareTo(BigDecimal.ONE) > 0)
        .min(Map.Entry.comparingByKey())
        .map(holder ->
            new Finding(
                Flag.SUPPLY_ANOMALY,
                Severity.HIGH,
                "One holder has more than there should be.",
                new Finding.Basis(
                    said.source(),
                    topic.label()
                        + ": "
                        + holder.getKey()
                        + ": "
                        + Shares.percent(holder.getValue()))));
  }
}
