package gantry.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.function.Invocable;
import gantry.local.function.InvocationOutcome;
import gantry.local.function.InvocationOutcome.Failed;
import gantry.local.function.InvocationOutcome.Returned;
import gantry.local.gateway.Authorizer.Verdict.Allowed;
import gantry.local.gateway.Authorizer.Verdict.Denied;
import gantry.local.gateway.Authorizer.Verdict.NoIdentity;
import gantry.local.gateway.Authorizer.Verdict.NoVerdict;
import gantry.local.template.HttpApi;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Lambda authorizer with simple responses; its verdicts are kept per identity as long as the
 * template says.
 */
final class Authorizer {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST_KEPT = 10_000;

  private final HttpApi.Authorizer settings;
  private final Invocable function;
  private final Events events;
  private final Clock clock;
  private final Map<List<String>, Kept> kept = new ConcurrentHashMap<>();

  sealed interface Verdict {
    record Allowed(JsonNode context) implements Verdict {}

    record Denied() implements Verdict {}

    record NoIdentity() implements Verdict {}

    /** The authorizer failed or said something that is no verdict. */
    record NoVerdict() implements Verdict {}
  }

  private record Kept(Verdict verdict, Instant until) {}

  Authorizer(HttpApi.Authorizer settings, Invocable function, Events events, Clock clock) {
    this.settings = settings;
    this.function = function;
    this.events = events;
    this.clock = clock;
  }

  CompletableFuture<Verdict> check(Request request, Routes.Match match) {
    var identity =
        settings.identityHeaders().stream()
            .map(request::header)
            .flatMap(Optional::stream)
            .filter(value -> !value.isEmpty())
            .toList();
    if (identity.size() < settings.identityHeaders().size()) {
      return CompletableFuture.completedFuture(new NoIdentity());
    }
    var known = kept.get(identity);
    if (known != null && clock.instant().isBefore(known.until())) {
      return CompletableFuture.completedFuture(known.verdict());
    }
    var event = events.forAuthorizer(request, match, identity).toString();
    return function.invoke(event).thenApply(outcome -> keep(identity, verdict(outcome)));
  }

  private Verdict keep(List<String> identity, Verdict verdict) {
    if (!settings.cached().isZero() && !(verdict instanceof NoVerdict)) {
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(identity, new Kept(verdict, clock.instant().plus(settings.cached())));
    }
    return verdict;
  }

  private static Verdict verdict(InvocationOutcome outcome) {
    return switch (outcome) {
      case Failed _ -> new NoVerdict();
      case Returned(var payload) -> read(payload);
    };
  }

  private static Verdict read(String payload) {
    try {
      var result = MAPPER.readTree(payload);
      if (!result.path("isAuthorized").isBoolean()) {
        return new NoVerdict();
      }
      var context = result.path("context");
      return result.path("isAuthorized").booleanValue()
          ? new Allowed(context.isObject() ? context : MAPPER.createObjectNode())
          : new Denied();
    } catch (JsonProcessingException e) {
      return new NoVerdict();
    }
  }
}
