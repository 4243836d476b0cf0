package gantry.local.template;

import gantry.local.template.ScheduleEvent.Kind;
import gantry.local.template.StreamEvent.Retries;
import gantry.local.template.Template.Events;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the events of functions. */
final class EventReader {
  /** As many as a function's process takes at once. */
  private static final int CONCURRENCY = 4;

  private final HttpApiReader api;
  private final List<RouteEvent> routes = new ArrayList<>();
  private final List<QueueEvent> queues = new ArrayList<>();
  private final List<StreamEvent> streams = new ArrayList<>();
  private final List<ScheduleEvent> schedules = new ArrayList<>();
  private final List<String> ofAlarms = new ArrayList<>();

  EventReader(HttpApiReader api) {
    this.api = api;
  }

  Events events() {
    return new Events(routes, queues, streams, schedules, ofAlarms);
  }

  void read(String function, Section events) {
    for (var id : events.keys()) {
      var event = events.section(id);
      var type = event.text("Type");
      var properties = event.section("Properties");
      event.end();
      properties.ignore(NoLocalMeaning.properties(type));
      read(new Target(function, id), type, properties);
      properties.end();
    }
  }

  private record Target(String function, String id) {}

  private void read(Target target, String type, Section properties) {
    switch (type) {
      case "HttpApi" -> routes.add(route(target, properties));
      case "SQS" -> addIfEnabled(queues, properties, queue(target, properties));
      case "Kinesis" -> addIfEnabled(streams, properties, stream(target, properties));
      case "Schedule" -> schedules.add(rule(target, properties));
      case "EventBridgeRule" -> ofAws(target, properties);
      case "ScheduleV2" -> schedules.add(scheduler(target, properties));
      default ->
          throw new TemplateException(
              properties.place()
                  + ": the event type "
                  + type
                  + " is not supported by the local cloud");
    }
  }

  /** Of AWS's own events only alarms happen here; all are this stack's. */
  private void ofAws(Target target, Section rule) {
    var source = Nodes.map(rule.any("Pattern").orElse(Map.of())).get("source");
    if (Nodes.list(source).contains("aws.cloudwatch")) {
      ofAlarms.add(target.function());
    }
    rule.any("DeadLetterConfig");
  }

  private static <T> void addIfEnabled(List<T> events, Section properties, T event) {
    if (properties.flag("Enabled", true)) {
      events.add(event);
    }
  }

  private RouteEvent route(Target target, Section properties) {
    properties.any("ApiId");
    properties.expect("PayloadFormatVersion", "2.0");
    return new RouteEvent(
        target.function(),
        properties.text("Method", "ANY").toUpperCase(Locale.ROOT),
        properties.text("Path", "$default"),
        api.authorizerOf(properties));
  }

  private static QueueEvent queue(Target target, Section properties) {
    var scaling = properties.section("ScalingConfig");
    var concurrency = Math.min(CONCURRENCY, scaling.number("MaximumConcurrency", CONCURRENCY));
    scaling.end();
    return new QueueEvent(
        target.id(),
        target.function(),
        properties.text("Queue"),
        properties.number("BatchSize", 10),
        seconds(properties, "MaximumBatchingWindowInSeconds"),
        concurrency,
        reportsFailures(properties));
  }

  private static StreamEvent stream(Target target, Section properties) {
    return new StreamEvent(
        target.id(),
        target.function(),
        properties.text("Stream"),
        isHorizon(properties),
        properties.number("BatchSize", 100),
        seconds(properties, "MaximumBatchingWindowInSeconds"),
        reportsFailures(properties),
        retries(properties));
  }

  private static boolean isHorizon(Section properties) {
    var position = properties.text("StartingPosition");
    return switch (position) {
      case "TRIM_HORIZON" -> true;
      case "LATEST" -> false;
      default -> throw properties.error("StartingPosition", "is not supported: " + position);
    };
  }

  private static Retries retries(Section properties) {
    var failure = properties.section("DestinationConfig");
    var destination = failure.section("OnFailure");
    var retries =
        new Retries(
            properties.flag("BisectBatchOnFunctionError", false),
            limit(properties, "MaximumRetryAttempts"),
            limit(properties, "MaximumRecordAgeInSeconds").map(Duration::ofSeconds),
            destination.optionalText("Destination"));
    destination.expect("Type", "SQS");
    destination.end();
    failure.end();
    return retries;
  }

  private static Optional<Integer> limit(Section properties, String key) {
    return Optional.of(properties.number(key, -1)).filter(limit -> limit >= 0);
  }

  private static Duration seconds(Section properties, String key) {
    return Duration.ofSeconds(properties.number(key, 0));
  }

  private static boolean reportsFailures(Section properties) {
    return properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
  }

  private static ScheduleEvent rule(Target target, Section properties) {
    var enabled =
        properties.flag("Enabled", true) && properties.text("State", "ENABLED").equals("ENABLED");
    return new ScheduleEvent(
        target.function() + target.id(),
        target.function(),
        Kind.RULE,
        properties.text("Schedule"),
        ZoneId.of("UTC"),
        properties.optionalText("Input"),
        enabled);
  }

  private static ScheduleEvent scheduler(Target target, Section properties) {
    return new ScheduleEvent(
        target.function() + target.id(),
        target.function(),
        Kind.SCHEDULER,
        properties.text("ScheduleExpression"),
        ZoneId.of(properties.text("ScheduleExpressionTimezone", "UTC")),
        properties.optionalText("Input"),
        properties.text("State", "ENABLED").equals("ENABLED"));
  }
}
