package gantry.limits;

import static gantry.problem.ProblemResponses.problem;

import gantry.http.GatewayEvent;
import gantry.identity.Caller;
import gantry.lambda.Metrics;
import gantry.limits.LimitRequest.Outcome.Admitted;
import gantry.limits.LimitRequest.Outcome.Closed;
import gantry.limits.LimitRequest.Outcome.Refused;
import gantry.limits.LimitRequest.Policy;
import gantry.limits.Rule.Target;
import gantry.meter.Network;
import gantry.problem.Problem;
import gantry.redis.limiter.Limit.WhenUncounted;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts each request that got past the access checks, and answers 429 to those above a limit. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class RateLimitFilter implements Ordered {
  private static final String POLICIES = "gantry.limits";
  private static final String SOON_SECONDS = "5";

  private final LimitRequest limitRequest;
  private final Metrics metrics;

  RateLimitFilter(LimitRequest limitRequest, Metrics metrics) {
    this.limitRequest = limitRequest;
    this.metrics = metrics;
  }

  /** Null lets the request through. */
  @RequestFilter
  @Nullable HttpResponse<Problem> count(HttpRequest<?> request) {
    var route = route(request);
    var caller = Caller.of(request);
    var guarded = route.filter(info -> info.isAnnotationPresent(GuessingGuarded.class)).isPresent();
    var outcome =
        limitRequest.admit(
            target(request, route, caller),
            subjects(request, caller),
            guarded ? WhenUncounted.CLOSED : WhenUncounted.SHARE);
    return switch (outcome) {
      case Admitted(var policies) -> {
        request.setAttribute(POLICIES, new RateLimitFields(policies));
        yield null;
      }
      case Refused(var policy, var verdict) ->
          refused(policy, RateLimitFields.seconds(verdict.retryAfter()));
      case Closed _ -> closed();
    };
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(POLICIES, RateLimitFields.class)
        .ifPresent(fields -> tell(fields, response));
  }

  private static void tell(RateLimitFields fields, MutableHttpResponse<?> response) {
    if (!fields.policies().isEmpty()) {
      response.header(RateLimitFields.POLICY, fields.policy());
      response.header(RateLimitFields.STATE, fields.state());
    }
  }

  private HttpResponse<Problem> refused(Policy policy, long seconds) {
    metrics.count("RateLimited", Map.of("key", policy.rule().key().word()));
    var answer = problem(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests");
    answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
    tell(new RateLimitFields(List.of(policy)), answer);
    return answer;
  }

  private static HttpResponse<Problem> closed() {
    return problem(
            HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "Please try again in a moment")
        .header(HttpHeaders.RETRY_AFTER, SOON_SECONDS);
  }

  private static Optional<UriRouteInfo<?, ?>> route(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .flatMap(
            info -> info instanceof UriRouteInfo<?, ?> uri ? Optional.of(uri) : Optional.empty());
  }

  /** By the controller's route; a HEAD counts as the GET that it is. */
  private static Target target(
      HttpRequest<?> request, Optional<UriRouteInfo<?, ?>> route, Optional<Caller> caller) {
    var method = route.map(UriRouteInfo::getHttpMethodName).orElse(request.getMethodName());
    var path = route.map(info -> info.getUriMatchTemplate().toPathString()).orElse("");
    return new Target(method.equals("HEAD") ? "GET" : method, path, Tier.of(caller));
  }

  private static Map<LimitKey, String> subjects(HttpRequest<?> request, Optional<Caller> caller) {
    var subjects = new EnumMap<LimitKey, String>(LimitKey.class);
    caller.ifPresent(known -> {
      subjects.put(LimitKey.USER, known.tenant() + '\n' + known.userId());
      subjects.put(LimitKey.TENANT, known.tenant());
    });
    subjects.put(LimitKey.IP, network(request).name());
    return subjects;
  }

  /** As the gateway saw it: a header with an address is the caller's own text. */
  private static Network network(HttpRequest<?> request) {
    return Network.of(
        GatewayEvent.clientAddress(request)
            .map(client -> client.address().getHostAddress())
            .orElse(""));
  }

  /** Behind the access checks, before the body is read. */
  @Override
  public int getOrder() {
    return 75;
  }
}
