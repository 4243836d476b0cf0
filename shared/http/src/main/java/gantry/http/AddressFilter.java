package gantry.http;

import static gantry.problem.ProblemResponses.problem;

import gantry.problem.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import org.jspecify.annotations.Nullable;

/** Turns away who calls from an address that is not to call, before anything else is looked at. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class AddressFilter implements Ordered {
  private final AddressLists lists;

  AddressFilter(AddressLists lists) {
    this.lists = lists;
  }

  /** Null lets the request through; an address that nobody knows is on no allow list. */
  @PreMatching
  @RequestFilter
  @Nullable HttpResponse<Problem> check(HttpRequest<?> request) {
    var mayCall =
        lists.areEmpty() || GatewayEvent.clientAddress(request).map(lists::admit).orElse(false);
    return mayCall ? null : refused();
  }

  private static HttpResponse<Problem> refused() {
    return problem(
        HttpStatus.FORBIDDEN, "address-refused", "Calls from this address are not accepted");
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 1;
  }
}
