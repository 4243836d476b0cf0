package gantry.local;

import com.fasterxml.jackson.databind.util.RawValue;
import gantry.local.ControlApi.Call;
import gantry.local.ControlApi.Reply;
import gantry.local.simulator.ProviderSimulator;
import java.util.List;
import java.util.Map;

/** The control API of the provider simulator. */
record ProviderActions(ProviderSimulator simulator) {

  /**
   * {@code POST /_local/providers/{name}} adds an answer, {@code POST …/{name}/fault} switches a
   * fault, {@code DELETE …/{name}} forgets both.
   */
  Reply run(Call call) {
    var body = call.body().toString();
    return switch (key(call)) {
      case "POST" -> reply(simulator.add(call.path().getFirst(), body));
      case "POST fault", "PUT fault" -> reply(simulator.fault(call.path().getFirst(), body));
      case "DELETE" -> reply(simulator.reset(call.path().getFirst()));
      default -> Reply.wrong(404, "use /_local/providers/{name} or /_local/providers/{name}/fault");
    };
  }

  private static String key(Call call) {
    var behindName = List.copyOf(call.path()).subList(1, call.path().size());
    return String.join(" ", call.method(), String.join("/", behindName)).strip();
  }

  private static Reply reply(ProviderSimulator.Answer answer) {
    var body = answer.body().isEmpty() ? Map.of() : new RawValue(answer.body());
    return new Reply(answer.status(), body);
  }
}
