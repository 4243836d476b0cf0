package gantry.identity;

import static gantry.problem.ProblemResponses.problem;

import gantry.problem.Problem;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to its controller only as far as the controller opens itself: by {@link
 * Public}, by {@link RequiresRole}, or by taking the {@link Caller}. What says nothing is closed.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class AccessFilter implements Ordered {
  private final Clock clock;

  AccessFilter(Clock clock) {
    this.clock = clock;
  }

  /** Null lets the request through. */
  @RequestFilter
  @Nullable HttpResponse<Problem> check(HttpRequest<?> request) {
    var caller = AuthorizerContext.caller(request, clock.instant());
    caller.ifPresent(known -> request.setAttribute(CallerBinder.ATTRIBUTE, known));
    return RouteAttributes.getRouteInfo(request).map(route -> refusal(route, caller)).orElse(null);
  }

  /** Before whatever looks at the body or counts; a filter that names no order comes last. */
  @Override
  public int getOrder() {
    return 0;
  }

  private static @Nullable HttpResponse<Problem> refusal(
      RouteInfo<?> route, Optional<Caller> caller) {
    var access = route.getAnnotationMetadata();
    var needsRole = access.hasAnnotation(RequiresRole.class);
    if (access.hasAnnotation(Public.class) && !needsRole) {
      return null;
    }
    if (caller.isEmpty()) {
      return problem(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed");
    }
    var mayPass = needsRole ? hasRole(access, caller.get()) : takesCaller(route);
    return mayPass ? null : forbidden();
  }

  private static boolean hasRole(AnnotationMetadata access, Caller caller) {
    return Arrays.stream(access.enumValues(RequiresRole.class, Role.class)).anyMatch(caller::has);
  }

  private static boolean takesCaller(RouteInfo<?> route) {
    return route instanceof MethodBasedRouteInfo<?, ?> method
        && Arrays.stream(method.getTargetMethod().getArguments())
            .anyMatch(argument -> argument.getType() == Caller.class);
  }

  private static HttpResponse<Problem> forbidden() {
    return problem(HttpStatus.FORBIDDEN, "forbidden", "The caller may not do this");
  }
}
