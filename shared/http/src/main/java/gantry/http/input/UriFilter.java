package gantry.http.input;

import static gantry.problem.StandardProblem.INVALID_PARAMETER;
import static gantry.problem.StandardProblem.URI_TOO_LONG;

import gantry.http.GatewayEvent;
import gantry.problem.FieldError;
import gantry.problem.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bounds a request's path and query before a route is looked for. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class UriFilter implements Ordered {
  private static final int MAX_PATH = 2_048;
  private static final int MAX_QUERY = 4_096;
  private static final int MAX_PARAMETERS = 100;

  /** Null lets the request through. */
  @PreMatching
  @RequestFilter
  @Nullable HttpResponse<Problem> check(HttpRequest<?> request) {
    if (isTooLong(request) || request.getParameters().names().size() > MAX_PARAMETERS) {
      return URI_TOO_LONG.response();
    }
    var unstorable = unstorable(request);
    return unstorable.isEmpty() ? null : INVALID_PARAMETER.response(unstorable);
  }

  private static boolean isTooLong(HttpRequest<?> request) {
    return GatewayEvent.of(request)
        .map(event ->
            length(event.getRequestContext().getHttp().getPath()) > MAX_PATH
                || length(event.getRawQueryString()) > MAX_QUERY)
        .orElse(false);
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** PostgreSQL keeps no U+0000: further in, such a value would be a defect of ours. */
  private static List<FieldError> unstorable(HttpRequest<?> request) {
    return request.getParameters().asMap().entrySet().stream()
        .filter(UriFilter::holdsNul)
        .map(parameter -> new FieldError(parameter.getKey(), "holds U+0000"))
        .toList();
  }

  private static boolean holdsNul(Map.Entry<String, List<String>> parameter) {
    return parameter.getKey().indexOf(0) >= 0
        || parameter.getValue().stream().anyMatch(value -> value.indexOf(0) >= 0);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 2;
  }
}
