package gantry.local;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.local.ControlApi.Call;
import gantry.local.ControlApi.Reply;
import gantry.local.Tokens.Claims;
import gantry.local.source.Queues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the control API does, but for the provider simulator. */
record ControlActions(Supplier<Status> status, Queues queues, Tokens tokens) {
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final Duration LONGEST_LIFETIME = Duration.ofDays(365);

  Reply status(Call call) {
    return call.method().equals("GET") ? Reply.ok(status.get()) : onlyBy("GET");
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
