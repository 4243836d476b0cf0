package gantry.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.local.function.Invocable;
import gantry.local.function.InvocationOutcome;
import gantry.local.gateway.Authorizer.Verdict.Allowed;
import gantry.local.gateway.Authorizer.Verdict.Denied;
import gantry.local.gateway.Authorizer.Verdict.NoIdentity;
import gantry.local.gateway.Authorizer.Verdict.NoVerdict;
import gantry.local.template.HttpApi;
import gantry.local.template.RouteEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** From a request to its answer: CORS, route, authorizer, function. */
public final class Api {
  /** API Gateway's limit of a request's body. */
  static final int MOST_BYTES = 10 * 1024 * 1024;

  /** API Gateway's limit of an integration's time. */
  private static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

  private final Invocable.Lookup functions;
  private final Events events;
  private final Routes routes;
  private final CorsRules cors;
  private final Map<String, Authorizer> authorizers = new HashMap<>();

  public Api(HttpApi api, List<RouteEvent> routes, Invocable.Lookup functions, String region) {
    this.functions = functions;
    this.events = new Events(region);
    this.routes = new Routes(routes);
    this.cors = new CorsRules(api.cors());
    api.authorizers().forEach((name, settings) -> authorizers.put(name, authorizer(settings)));
  }

  private Authorizer authorizer(HttpApi.Authorizer settings) {
    var function = functions.get(settings.function());
    return new Authorizer(settings, function, events, Clock.systemUTC());
  }

  Answer answer(Request request, byte[] body) {
    return cors.preflight(request).orElseGet(() -> cors.apply(request, route(request, body)));
  }

  private Answer route(Request request, byte[] body) {
    if (body.length > MOST_BYTES) {
      return Answer.message(413, "Request Entity Too Large");
    }
    return routes
        .find(request.method(), request.path())
        .map(match -> authorize(request, match, body))
        .orElseGet(() -> Answer.message(404, "Not Found"));
  }

  private Answer authorize(Request request, Routes.Match match, byte[] body) {
    var authorizer = match.route().authorizer().map(authorizers::get).orElse(null);
    if (authorizer == null) {
      return invoke(request, match, Optional.empty(), body);
    }
    var verdict = wait(authorizer.check(request, match), new NoVerdict());
    return switch (verdict) {
      case Allowed(var context) -> invoke(request, match, Optional.of(context), body);
      case Denied _ -> Answer.message(403, "Forbidden");
      case NoIdentity _ -> Answer.message(401, "Unauthorized");
      case NoVerdict _ -> Answer.internalError();
    };
  }

  private Answer invoke(
      Request request, Routes.Match match, Optional<JsonNode> context, byte[] body) {
    var event = events.forFunction(request, match, context, body).toString();
    CompletableFuture<InvocationOutcome> outcome =
        functions.get(match.route().function()).invoke(event);
    return wait(outcome.thenApply(Answers::of), Answer.message(503, "Service Unavailable"));
  }

  private static <T> T wait(CompletableFuture<? extends T> result, T whenTooLate) {
    try {
      return result.get(INTEGRATION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return whenTooLate;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return whenTooLate;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
