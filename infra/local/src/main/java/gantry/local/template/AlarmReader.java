package gantry.local.template;

import gantry.local.template.AlarmResource.Bound;
import gantry.local.template.AlarmResource.Comparison;
import gantry.local.template.AlarmResource.Metric;
import gantry.local.template.AlarmResource.Missing;
import gantry.local.template.AlarmResource.Statistic;
import gantry.local.template.AlarmResource.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code AWS::CloudWatch::Alarm}. */
final class AlarmReader {
  /** The time of one evaluation. */
  private static final int MINUTE = 60;

  private AlarmReader() {}

  /** Empty for one on what only AWS measures: latencies and ages of its own services. */
  static Optional<AlarmResource> read(String id, Section alarm) {
    alarm.any("AlarmDescription");
    var source = alarm.has("Metrics") ? sum(alarm) : single(alarm);
    if (!source.metrics().stream().allMatch(AlarmReader::isKnownHere)) {
      return Optional.empty();
    }
    var resource =
        new AlarmResource(
            id, source.metrics(), statistic(alarm, source), window(alarm, source), bound(alarm));
    alarm.end();
    return Optional.of(resource);
  }

  private static boolean isKnownHere(Metric metric) {
    return metric.namespace().startsWith("Gantry/")
        || (metric.namespace().equals("AWS/Lambda") && metric.name().equals("Errors"));
  }

  /** What an alarm looks at, and how, in CloudWatch's words. */
  private record Source(List<Metric> metrics, String statistic, int seconds) {}

  private static Source single(Section alarm) {
    return new Source(
        List.of(metric(alarm)), alarm.text("Statistic", "none"), alarm.number("Period", MINUTE));
  }

  /** One expression that adds up all metrics below it. */
  private static Source sum(Section alarm) {
    var metrics = new ArrayList<Metric>();
    var source = new Source(metrics, "Sum", MINUTE);
    for (var node : Nodes.list(alarm.any("Metrics").orElseThrow())) {
      var query = new Section(alarm.place() + ".Metrics", Nodes.map(node));
      query.any("Id");
      query.any("ReturnData");
      query.expect("Expression", "SUM(METRICS())");
      if (query.has("MetricStat")) {
        metrics.add(measured(query.section("MetricStat"), source));
      }
      query.end();
    }
    return source;
  }

  private static Metric measured(Section stat, Source source) {
    var metric = stat.section("Metric");
    var read = metric(metric);
    metric.end();
    stat.expect("Stat", source.statistic());
    stat.expect("Period", String.valueOf(source.seconds()));
    stat.end();
    return read;
  }

  private static Metric metric(Section section) {
    return new Metric(section.text("Namespace"), section.text("MetricName"), dimensions(section));
  }

  private static Map<String, String> dimensions(Section section) {
    var dimensions = new HashMap<String, String>();
    for (var node : Nodes.list(section.any("Dimensions").orElse(List.of()))) {
      var dimension = Nodes.map(node);
      dimensions.put(
          Intrinsics.text(dimension.getOrDefault("Name", "")),
          Intrinsics.text(dimension.getOrDefault("Value", "")));
    }
    return dimensions;
  }

  private static Statistic statistic(Section alarm, Source source) {
    return switch (source.statistic()) {
      case "Sum" -> Statistic.SUM;
      case "Maximum" -> Statistic.MAXIMUM;
      case "Average" -> Statistic.AVERAGE;
      default -> throw alarm.error("Statistic", "is not supported by the local cloud");
    };
  }

  private static Window window(Section alarm, Source source) {
    if (source.seconds() % MINUTE != 0) {
      throw alarm.error("Period", "must be whole minutes here");
    }
    var periods = alarm.number("EvaluationPeriods", 1);
    return new Window(
        source.seconds() / MINUTE, periods, alarm.number("DatapointsToAlarm", periods));
  }

  private static Bound bound(Section alarm) {
    return new Bound(
        comparison(alarm), Double.parseDouble(alarm.text("Threshold")), missing(alarm));
  }

  private static Comparison comparison(Section alarm) {
    return switch (alarm.text("ComparisonOperator")) {
      case "GreaterThanThreshold" -> Comparison.GREATER;
      case "LessThanThreshold" -> Comparison.LESS;
      default -> throw alarm.error("ComparisonOperator", "is not supported by the local cloud");
    };
  }

  private static Missing missing(Section alarm) {
    return switch (alarm.text("TreatMissingData", "none")) {
      case "breaching" -> Missing.BREACHING;
      case "notBreaching" -> Missing.NOT_BREACHING;
      case "ignore" -> Missing.IGNORE;
      default -> throw alarm.error("TreatMissingData", "is not supported by the local cloud");
    };
  }
}
