package gantry.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.template.RouteEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private final Routes routes =
      new Routes(
          Stream.of(
                  "ANY /{proxy+}",
                  "GET /pets/{id}",
                  "ANY /pets/{id}",
                  "GET /pets/dogs",
                  "POST /pets/dogs",
                  "GET /pets/{id}/toys",
                  "ANY /pets/{proxy+}")
              .map(RoutesTest::route)
              .toList());

  @ParameterizedTest
  @CsvSource({
    "GET,    /pets/dogs,      GET /pets/dogs",
    "POST,   /pets/dogs,      POST /pets/dogs",
    "DELETE, /pets/dogs,      ANY /pets/{id}",
    "GET,    /pets/7,         GET /pets/{id}",
    "PUT,    /pets/7,         ANY /pets/{id}",
    "GET,    /pets/7/toys,    GET /pets/{id}/toys",
    "GET,    /pets/7/toys/1,  ANY /pets/{proxy+}",
    "HEAD,   /pets/7,         ANY /pets/{id}",
    "GET,    /elsewhere,      ANY /{proxy+}",
  })
  void theMostSpecificRouteOfTheMethodIsChosen(String method, String path, String key) {
    assertThat(routes.find(method, path)).map(match -> match.route().key()).contains(key);
  }

  @Test
  void parametersAreNamedByTheRoute() {
    assertThat(routes.find("GET", "/pets/7/toys"))
        .map(Routes.Match::parameters)
        .contains(Map.of("id", "7"));
    assertThat(routes.find("PUT", "/pets/7/toys/1"))
        .map(Routes.Match::parameters)
        .contains(Map.of("proxy", "7/toys/1"));
  }

  @Test
  void aParameterIsNeverEmpty() {
    var only = new Routes(List.of(route("GET /pets/{id}")));

    assertThat(only.find("GET", "/pets/")).isEmpty();
    assertThat(only.find("GET", "/pets")).isEmpty();
    assertThat(only.find("GET", "/pets/7/toys")).isEmpty();
  }

  @Test
  void theDefaultRouteTakesWhatNoOtherDoes() {
    var fallback = new RouteEvent("Function", "ANY", "$default", Optional.empty());
    var some = new Routes(List.of(fallback, route("GET /pets")));

    assertThat(some.find("GET", "/pets")).map(match -> match.route().key()).contains("GET /pets");
    assertThat(some.find("PUT", "/x/y")).map(match -> match.route().key()).contains("$default");
  }

  private static RouteEvent route(String key) {
    var space = key.indexOf(' ');
    return new RouteEvent(
        "Function", key.substring(0, space), key.substring(space + 1), Optional.empty());
  }
}
