package gantry.local.gateway;

import gantry.local.template.RouteEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API's routes, the most specific first as API Gateway chooses. */
final class Routes {
  private static final Comparator<Route> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Route::specificity).thenComparing(Route::isAnyMethod);

  private final List<Route> routes;

  record Match(RouteEvent route, Map<String, String> parameters) {}

  Routes(List<RouteEvent> events) {
    routes = events.stream().map(Route::of).sorted(MOST_SPECIFIC_FIRST).toList();
  }

  Optional<Match> find(String method, String path) {
    var segments = Route.split(path);
    for (var route : routes) {
      var parameters = route.match(segments);
      if (route.accepts(method) && parameters.isPresent()) {
        return Optional.of(new Match(route.event(), parameters.get()));
      }
    }
    return Optional.empty();
  }
}
