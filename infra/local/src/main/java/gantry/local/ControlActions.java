package gantry.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import gantry.local.ControlApi.Call;
import gantry.local.ControlApi.Reply;
import gantry.local.Tokens.Claims;
import gantry.local.function.Functions;
import gantry.local.function.InvocationOutcome;
import gantry.local.function.InvocationOutcome.Failed;
import gantry.local.function.InvocationOutcome.Returned;
import gantry.local.source.Queues;
import gantry.local.source.Schedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the control API does, but for the provider simulator. */
record ControlActions(
    Supplier<Status> status,
    Functions functions,
    Queues queues,
    Schedules schedules,
    Tokens tokens) {
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final Duration LONGEST_LIFETIME = Duration.ofDays(365);

  Reply status(Call call) {
    return call.method().equals("GET") ? Reply.ok(status.get()) : onlyBy("GET");
  }

  /** {@code POST /_local/schedules/{logicalId}}: waits for the function. */
  Reply fire(Call call) {
    if (call.path().size() != 1) {
      return Reply.wrong(404, "use /_local/schedules/{logicalId}");
    }
    if (!call.method().equals("POST")) {
      return onlyBy("POST");
    }
    var id = call.path().getFirst();
    return schedules
        .fire(id)
        .map(invocation -> reply(invocation.join()))
        .orElseGet(() -> Reply.wrong(404, "the template has no schedule " + id));
  }

  /** {@code POST /_local/functions/{logicalId}}: gives it the body as its event and waits. */
  Reply invoke(Call call) {
    if (call.path().size() != 1) {
      return Reply.wrong(404, "use /_local/functions/{logicalId}");
    }
    if (!call.method().equals("POST")) {
      return onlyBy("POST");
    }
    var id = call.path().getFirst();
    return functions.all().stream()
        .filter(function -> function.name().equals(id))
        .findFirst()
        .map(function -> reply(function.invoke(call.body().toString()).join()))
        .orElseGet(() -> Reply.wrong(404, "the template has no function " + id));
  }

  private static Reply reply(InvocationOutcome outcome) {
    return switch (outcome) {
      case Returned(var payload) -> Reply.ok(Map.of("result", new RawValue(payload)));
      case Failed(_, var payload) ->
          new Reply(502, Map.of("message", "the function failed", "error", new RawValue(payload)));
    };
  }

  /** {@code POST /_local/queues/{logicalId}/redrive}. */
  Reply redrive(Call call) {
    if (call.path().size() != 2 || !call.path().get(1).equals("redrive")) {
      return Reply.wrong(404, "use /_local/queues/{logicalId}/redrive");
    }
    if (!call.method().equals("POST")) {
      return onlyBy("POST");
    }
    var id = call.path().getFirst();
    if (!queues.exists(id)) {
      return Reply.wrong(404, "the template has no queue " + id);
    }
    return queues
        .redrive(id)
        .map(moved -> Reply.ok(Map.of("moved", moved)))
        .orElseGet(() -> Reply.wrong(400, id + " has no dead-letter queue and is none"));
  }

  /** {@code POST /_local/token}. */
  Reply token(Call call) {
    if (!call.method().equals("POST")) {
      return onlyBy("POST");
    }
    var body = call.body();
    var claims =
        new Claims(
            text(body, "sub"), text(body, "tenant"), texts(body.path("roles")), lifetime(body));
    var token = tokens.mint(claims);
    return Reply.ok(Map.of("token", token.text(), "expiresAt", token.expiresAt().toString()));
  }

  private static Reply onlyBy(String method) {
    return Reply.wrong(405, "only by " + method);
  }

  private static String text(JsonNode body, String name) {
    var value = body.path(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new IllegalArgumentException(name + " must be a text");
    }
    return value.textValue();
  }

  private static List<String> texts(JsonNode values) {
    var texts = new ArrayList<String>();
    for (var value : values) {
      if (!value.isTextual()) {
        throw new IllegalArgumentException("roles must be a list of texts");
      }
      texts.add(value.textValue());
    }
    if (!values.isArray() && !values.isMissingNode()) {
      throw new IllegalArgumentException("roles must be a list of texts");
    }
    return texts;
  }

  private static Duration lifetime(JsonNode body) {
    var value = body.path("expiresIn");
    if (value.isMissingNode()) {
      return LIFETIME;
    }
    var seconds = value.isIntegralNumber() ? value.longValue() : 0;
    if (seconds < 1 || seconds > LONGEST_LIFETIME.toSeconds()) {
      throw new IllegalArgumentException("expiresIn must be seconds, at least 1, at most a year");
    }
    return Duration.ofSeconds(seconds);
  }
}
