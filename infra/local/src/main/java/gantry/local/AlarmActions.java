package gantry.local;

import gantry.local.ControlApi.Call;
import gantry.local.ControlApi.Reply;
import gantry.local.alarm.Alarms;
import gantry.local.function.Functions;

/** {@code GET /_local/alarms}; {@code POST /_local/alarms/minute} does not wait for the minute. */
record AlarmActions(Alarms alarms, Functions functions) {
  Reply run(Call call) {
    return switch (call.method() + " " + String.join("/", call.path())) {
      case "GET " -> Reply.ok(alarms.states());
      case "POST minute" -> {
        alarms.endMinute(functions);
        yield Reply.ok(alarms.states());
      }
      default -> Reply.wrong(404, "use GET /_local/alarms or POST /_local/alarms/minute");
    };
  }
}
