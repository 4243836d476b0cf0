package gantry.local.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.template.ScheduleEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The event that a schedule's function gets when the template gives it no input. */
final class ScheduledEvent {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ACCOUNT = "000000000000";

  private ScheduledEvent() {}

  static String of(ScheduleEvent schedule, Instant time, String region) {
    return schedule.input().orElseGet(() -> made(schedule, time, region));
  }

  private static String made(ScheduleEvent schedule, Instant time, String region) {
    var event =
        MAPPER
            .createObjectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", "Scheduled Event")
            .put("account", ACCOUNT)
            .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
            .put("region", region);
    switch (schedule.kind()) {
      case RULE -> {
        event.put("source", "aws.events").putObject("detail");
        event.putArray("resources").add(arn("events", region, "rule/" + schedule.id()));
      }
      case SCHEDULER -> {
        event.put("source", "aws.scheduler").put("detail", "{}");
        event
            .putArray("resources")
            .add(arn("scheduler", region, "schedule/default/" + schedule.id()));
      }
    }
    return event.toString();
  }

  private static String arn(String service, String region, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + ACCOUNT + ":" + resource;
  }
}
