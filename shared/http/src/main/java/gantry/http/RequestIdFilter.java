package gantry.http;

import gantry.lambda.RequestId;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Gives each request its id, or accepts the caller's, and always returns it. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class RequestIdFilter implements Ordered {
  @PreMatching
  @RequestFilter
  void accept(HttpRequest<?> request) {
    var id = RequestId.adopt(request.getHeaders().get(RequestId.HEADER));
    request.setAttribute(RequestId.KEY, id);
  }

  @ResponseFilter
  void giveBack(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(RequestId.KEY, String.class)
        .ifPresent(id -> response.header(RequestId.HEADER, id));
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
