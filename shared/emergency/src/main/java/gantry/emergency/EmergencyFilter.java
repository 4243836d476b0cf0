package gantry.emergency;

import static gantry.problem.ProblemResponses.problem;

import gantry.problem.Problem;
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
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers for restricted routes, and marks the answers of those that go on. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class EmergencyFilter implements Ordered {
  private static final String RETRY_AFTER_SECONDS = "30";

  private final EmergencyMode emergencyMode;
  private final Clock clock;

  EmergencyFilter(EmergencyMode emergencyMode, Clock clock) {
    this.emergencyMode = emergencyMode;
    this.clock = clock;
  }

  /** Null lets the request through. */
  @RequestFilter
  @Nullable HttpResponse<Problem> check(HttpRequest<?> request) {
    return restriction(request)
        .filter(restriction -> restriction.level().stops(request.getMethodName()))
        .filter(restriction -> !restriction.isByLoad() || !worksWithoutDatabase(request))
        .map(_ -> reduced())
        .orElse(null);
  }

  @ResponseFilter
  void mark(HttpRequest<?> request, MutableHttpResponse<?> response) {
    restriction(request)
        .ifPresent(_ -> response.header("X-Degraded", "temporary-reduced-capacity"));
  }

  private static boolean worksWithoutDatabase(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(route -> route.getAnnotationMetadata().hasAnnotation(WorksWithoutDatabase.class))
        .isPresent();
  }

  private Optional<Restriction> restriction(HttpRequest<?> request) {
    var route = RouteAttributes.getRouteInfo(request);
    if (route.isEmpty()
        || route.get().getAnnotationMetadata().hasAnnotation(WorksInEmergency.class)) {
      return Optional.empty();
    }
    return Optional.of(emergencyMode.current())
        .filter(restriction -> restriction.isOn(clock.instant()))
        .filter(restriction -> restriction.concerns(request.getMethodName(), request.getPath()));
  }

  private static HttpResponse<Problem> reduced() {
    return problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "temporary-reduced-capacity",
            "This is switched off for the moment")
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
  }

  /** Behind the access filter: a stranger learns nothing. */
  @Override
  public int getOrder() {
    return 50;
  }
}
