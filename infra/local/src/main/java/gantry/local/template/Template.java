package gantry.local.template;

import java.util.List;
import java.util.Map;

/** Everything of template.yaml that runs on this machine; keys are logical ids. */
public record Template(
    Map<String, FunctionResource> functions,
    HttpApi api,
    Map<String, QueueResource> queues,
    Map<String, StreamResource> streams,
    List<AlarmResource> alarms,
    Events events) {

  /** What makes functions run; those of alarms are told of each that changes. */
  public record Events(
      List<RouteEvent> routes,
      List<QueueEvent> queues,
      List<StreamEvent> streams,
      List<ScheduleEvent> schedules,
      List<String> ofAlarms) {}
}
