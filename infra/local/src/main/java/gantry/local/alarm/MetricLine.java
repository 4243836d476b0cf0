package gantry.local.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.template.AlarmResource.Metric;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/**
 * A line of a function's log in CloudWatch's embedded metric format.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">The
 *     format</a>
 */
final class MetricLine {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String BEGINNING = "{\"_aws\":";

  private MetricLine() {}

  /** Tells each metric of the line with its value, once per set of dimensions. */
  static void read(String line, ObjDoubleConsumer<Metric> values) {
    if (!line.startsWith(BEGINNING)) {
      return;
    }
    try {
      var json = MAPPER.readTree(line);
      for (var directive : json.at("/_aws/CloudWatchMetrics")) {
        read(json, directive, values);
      }
    } catch (JsonProcessingException e) {
      // the last line of a process that was killed is no metric
    }
  }

  private static void read(JsonNode json, JsonNode directive, ObjDoubleConsumer<Metric> values) {
    var namespace = directive.path("Namespace").asText();
    for (var set : directive.path("Dimensions")) {
      var dimensions = dimensions(json, set);
      for (var definition : directive.path("Metrics")) {
        var name = definition.path("Name").asText();
        values.accept(new Metric(namespace, name, dimensions), json.path(name).asDouble());
      }
    }
  }

  private static Map<String, String> dimensions(JsonNode json, JsonNode set) {
    var dimensions = new HashMap<String, String>();
    set.forEach(name -> dimensions.put(name.asText(), json.path(name.asText()).asText()));
    return dimensions;
  }
}
