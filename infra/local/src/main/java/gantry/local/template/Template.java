package gantry.local.template;

import java.util.List;
import java.util.Map;

/** Everything of template.yaml that runs on this machine; keys are logical ids. */
public record Template(
    Map<String, FunctionResource> functions,
    HttpApi api,
    Map<String, QueueResource> queues,
    Map<String, StreamResource> streams,
    Events events) {

  /** What makes functions run. */
  public record Events(
      List<RouteEvent> routes,
      List<QueueEvent> queues,
      List<StreamEvent> streams,
      List<ScheduleEvent> schedules) {}
}
