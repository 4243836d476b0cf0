package gantry.local;

import gantry.local.ControlApi.Call;
import gantry.local.ControlApi.Reply;
import gantry.local.server.ServerSwitches;

/** {@code POST /_local/servers/{name}/kill} and {@code …/start}: what becomes of us without it? */
record ServerActions(ServerSwitches servers) {
  Reply run(Call call) {
    if (call.path().size() != 2 || !servers.exists(call.path().getFirst())) {
      return Reply.wrong(404, "use /_local/servers/{name}/kill or …/start; status names them");
    }
    if (!call.method().equals("POST")) {
      return Reply.wrong(405, "only by POST");
    }
    var name = call.path().getFirst();
    switch (call.path().getLast()) {
      case "kill" -> servers.kill(name);
      case "start" -> servers.start(name);
      default -> {
        return Reply.wrong(404, "a server can be killed and started");
      }
    }
    return Reply.ok(servers.states());
  }
}
