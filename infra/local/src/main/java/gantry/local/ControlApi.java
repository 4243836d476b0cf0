package gantry.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import gantry.local.ControlApi.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The control API under {@code /_local/}: JSON in, JSON out, for this machine only. */
final class ControlApi implements HttpHandler {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ROOT = "/_local/";

  private final Map<String, Action> actions;

  /** What one kind of path does. */
  interface Action {
    Reply run(Call call);
  }

  /** A call: the method, the path's segments behind the action's own, and the body. */
  record Call(String method, List<String> path, JsonNode body) {}

  record Reply(int status, Object body) {
    static Reply ok(Object body) {
      return new Reply(200, body);
    }

    static Reply wrong(int status, String message) {
      return new Reply(status, Map.of("message", message));
    }
  }

  /** Actions by the first segment of their path. */
  ControlApi(Map<String, Action> actions) {
    this.actions = actions;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var reply = reply(exchange);
      if (reply.status() == 204) {
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      var bytes = MAPPER.writeValueAsBytes(reply.body());
      exchange.getResponseHeaders().set("content-type", "application/json");
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring(ROOT.length());
    var segments = List.of(path.split("/", -1));
    var action = actions.get(segments.getFirst());
    if (action == null) {
      return Reply.wrong(404, "nothing here; see infra/local/README.md");
    }
    var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      var body = text.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(text);
      var rest = segments.subList(1, segments.size());
      return action.run(new Call(exchange.getRequestMethod(), rest, body));
    } catch (JsonProcessingException e) {
      return Reply.wrong(400, "the body is no JSON");
    } catch (IllegalArgumentException e) {
      return Reply.wrong(400, String.valueOf(e.getMessage()));
    }
  }
}
