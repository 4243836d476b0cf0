package gantry.lambda;

import static gantry.lambda.JsonText.member;
import static gantry.lambda.JsonText.quoted;

import gantry.lambda.telemetry.Telemetry;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Writes metrics as CloudWatch embedded metric format: one JSON line each, which CloudWatch turns
 * into a metric without a call. Dimension values must come from a small fixed set: each new one is
 * a new metric, and what goes beyond {@link DimensionBounds} is written as "other".
 */
public final class Metrics {
  /** The CloudWatch units in use. */
  public enum Unit {
    NONE("None"),
    COUNT("Count"),
    SECONDS("Seconds"),
    MILLISECONDS("Milliseconds"),
    BYTES("Bytes");

    private final String label;

    Unit(String label) {
      this.label = label;
    }
  }

  private static final String NAMESPACE = "Gantry";

  private final String namespace;
  private final PrintStream out;
  private final Clock clock;
  private final DimensionBounds bounds = new DimensionBounds();

  public Metrics(PrintStream out, Clock clock) {
    this(NAMESPACE, out, clock);
  }

  private Metrics(String namespace, PrintStream out, Clock clock) {
    this.namespace = namespace;
    this.out = out;
    this.clock = clock;
  }

  /** In the namespace of {@code STACK_NAME}: two stacks of one account never count together. */
  public static Metrics ofProcess(Clock clock) {
    return new Metrics(NAMESPACE + "/" + StackConfig.ofProcess(), System.out, clock);
  }

  /** Counts one occurrence. */
  public void count(String name, Map<String, String> dimensions) {
    record(name, Unit.COUNT, 1, dimensions);
    Telemetry.ofProcess().counted(name, bounds.within(name, dimensions));
  }

  /** Records one value. */
  public void record(String name, Unit unit, double value, Map<String, String> dimensions) {
    // One print of the whole line: Lambda ships each write of System.out as its own log event.
    out.print(line(name, unit, value, bounds.within(name, dimensions)));
    out.flush();
  }

  private String line(String name, Unit unit, double value, SortedMap<String, String> dimensions) {
    var json = new StringBuilder(256);
    json.append("{\"_aws\":{\"Timestamp\":").append(clock.millis());
    json.append(",\"CloudWatchMetrics\":[{\"Namespace\":").append(quoted(namespace));
    json.append(",\"Dimensions\":").append(dimensionSets(dimensions));
    json.append(",\"Metrics\":[{\"Name\":").append(quoted(name));
    json.append(",\"Unit\":").append(quoted(unit.label)).append("}]}]}");
    dimensions.forEach((key, text) -> json.append(',').append(member(key, quoted(text))));
    return json.append(',').append(member(name, number(value))).append("}\n").toString();
  }

  /** Besides the named set the empty one: an alarm cannot sum over dimensions. */
  private static String dimensionSets(Map<String, String> dimensions) {
    if (dimensions.isEmpty()) {
      return "[[]]";
    }
    return dimensions.keySet().stream()
        .map(JsonText::quoted)
        .collect(Collectors.joining(",", "[[", "],[]]"));
  }

  private static String number(double value) {
    var whole = (long) value;
    return whole == value ? Long.toString(whole) : Double.toString(value);
  }
}
