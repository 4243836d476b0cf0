package gantry.http.input;

import static gantry.problem.StandardProblem.BAD_REQUEST;
import static gantry.problem.StandardProblem.BODY_TOO_LARGE;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import gantry.http.GatewayEvent;
import gantry.problem.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import org.jspecify.annotations.Nullable;

/** Bounds a request's body before it is bound to anything, but after the caller may pass. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class BodyFilter implements Ordered {
  /** Behind the access filter: a stranger's body is not read. */
  static final int ORDER = 100;

  private final BodyConfig config;

  BodyFilter(BodyConfig config) {
    this.config = config;
  }

  /** Null lets the request through. */
  @RequestFilter
  @Nullable HttpResponse<Problem> check(HttpRequest<?> request) {
    var event = GatewayEvent.of(request);
    var route = RouteAttributes.getRouteInfo(request);
    return event.isEmpty() || route.isEmpty() ? null : refusal(event.get(), route.get());
  }

  private @Nullable HttpResponse<Problem> refusal(APIGatewayV2HTTPEvent event, RouteInfo<?> route) {
    var limit =
        route.getAnnotationMetadata().intValue(BodyLimit.class, "bytes").orElse(config.bytes());
    if (isSurelyLonger(event, limit)) {
      return BODY_TOO_LARGE.response();
    }
    try {
      return refusal(GatewayEvent.body(event), limit, route);
    } catch (IllegalArgumentException notBase64) {
      return BAD_REQUEST.response();
    }
  }

  /** Spares the decoding: base64 holds three bytes in four characters, UTF-8 one or more in one. */
  private static boolean isSurelyLonger(APIGatewayV2HTTPEvent event, int limit) {
    var characters = event.getBody() == null ? 0L : event.getBody().length();
    return event.getIsBase64Encoded() ? characters / 4 * 3 - 2 > limit : characters > limit;
  }

  private static @Nullable HttpResponse<Problem> refusal(
      byte[] body, int limit, RouteInfo<?> route) {
    if (body.length > limit) {
      return BODY_TOO_LARGE.response();
    }
    var isChecked = body.length > 0 && takesJson(route);
    return isChecked ? JsonBounds.flaw(body).map(JsonFlaw::response).orElse(null) : null;
  }

  /** A route that takes anything takes bytes. */
  private static boolean takesJson(RouteInfo<?> route) {
    return !route.consumesAll() && route.getConsumes().stream().anyMatch(BodyFilter::isJson);
  }

  private static boolean isJson(MediaType type) {
    return type.getSubtype().equals("json") || type.getName().endsWith("+json");
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
