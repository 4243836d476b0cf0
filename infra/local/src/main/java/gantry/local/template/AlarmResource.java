package gantry.local.template;

import java.util.List;
import java.util.Map;

/**
 * An alarm whose metrics are known here: those that functions write, and their errors.
 *
 * @param metrics with more than one, their values are added up
 */
public record AlarmResource(
    String id, List<Metric> metrics, Statistic statistic, Window window, Bound bound) {

  /** A metric as CloudWatch tells it from others. */
  public record Metric(String namespace, String name, Map<String, String> dimensions) {}

  /** How the values of a period become one. */
  public enum Statistic {
    SUM,
    MAXIMUM,
    AVERAGE
  }

  /** The newest periods, and how many of them have to be past the threshold. */
  public record Window(int minutesPerPeriod, int periods, int breaching) {}

  /** Past which a period counts, and what one without values counts for. */
  public record Bound(Comparison comparison, double threshold, Missing missing) {
    public boolean isPast(double value) {
      return switch (comparison) {
        case GREATER -> value > threshold;
        case LESS -> value < threshold;
      };
    }
  }

  /** Only these two are in use. */
  public enum Comparison {
    GREATER,
    LESS
  }

  /** CloudWatch's {@code TreatMissingData}. */
  public enum Missing {
    BREACHING,
    NOT_BREACHING,
    IGNORE
  }
}
