package gantry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                       | ''                  | 203.0.113.7        | 200",
        "''                       | 203.0.113.7         | 203.0.113.7        | 403",
        "''                       | 203.0.113.0/24      | 203.0.113.255      | 403",
        "''                       | 203.0.113.0/24      | 203.0.114.0        | 200",
        "''                       | 2001:db8::/32       | 2001:db8:ffff::1   | 403",
        "''                       | 2001:db8::/32       | 2001:db9::1        | 200",
        "''                       | 203.0.113.7         | ::ffff:203.0.113.7 | 403",
        "''                       | 0.0.0.0/0           | 2001:db8::1        | 200",
        "''                       | ::/0                | 203.0.113.7        | 200",
        "203.0.113.0/24, 2001:db8::/32 | ''             | 203.0.113.7        | 200",
        "203.0.113.0/24, 2001:db8::/32 | ''             | 2001:db8::7        | 200",
        "203.0.113.0/24, 2001:db8::/32 | ''             | 198.51.100.7       | 403",
        "203.0.113.0/24           | 203.0.113.7/32      | 203.0.113.7        | 403",
        "203.0.113.0/24           | ''                  | no address         | 403",
        "''                       | ''                  | no address         | 200"
      })
  void theListsDecide(String allow, String deny, String from, int status) {
    try (var context = ApplicationContext.run(Map.of("ip.allow", allow, "ip.deny", deny))) {
      var event = ApiEvent.get("/echo/ids").sourceIp(from).event();

      var answer = new ApiFunction(context).handleRequest(event, new FakeContext());

      assertThat(answer.getStatusCode()).isEqualTo(status);
      if (status == 403) {
        assertThat(answer.getBody()).contains("\"type\":\"address-refused\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org", "203.0.113.7/33", "203.0.113.7/24", "203.0.113.0/-1", "203.0.113.0/024",
        "203.0.113/24", "0313.0.113.7", "2001:db8::/129", "2001:db8::1/32", "::ffff:1.2.3.4",
        "203.0.113.7,", ",", "203.0.113.7;198.51.100.7", "203.0.113.7/24/24"
      })
  void aMalformedListStopsTheStart(String malformed) {
    assertThatThrownBy(() -> ApplicationContext.run(Map.of("ip.deny", malformed)).close())
        .hasStackTraceContaining("IP_DENY is malformed");
  }

  /** The hash is that of "proof". */
  @ParameterizedTest
  @CsvSource({"proof, 403", "guess, 200"})
  void behindTheEdgeTheCallerIsWhoTheEdgeSays(String proof, int status) {
    var settings =
        Map.<String, Object>of(
            "ip.deny",
            "203.0.113.7",
            "edge.proof-sha256",
            "c1cda26362828b69266512052b97cb3729e3b052e4ade47c0a1e3383defe73c7");
    try (var context = ApplicationContext.run(settings)) {
      var event =
          ApiEvent.get("/echo/ids")
              .sourceIp("198.51.100.1")
              .header("x-gantry-edge", proof)
              .header("x-gantry-client", "203.0.113.7")
              .event();

      var answer = new ApiFunction(context).handleRequest(event, new FakeContext());

      assertThat(answer.getStatusCode()).isEqualTo(status);
    }
  }

  @Test
  void noHeaderMovesTheCaller() {
    try (var context = ApplicationContext.run(Map.of("ip.deny", "203.0.113.7"))) {
      var event =
          ApiEvent.get("/echo/ids")
              .header("x-forwarded-for", "198.51.100.1")
              .header("forwarded", "for=198.51.100.1")
              .header("x-real-ip", "198.51.100.1")
              .event();

      var answer = new ApiFunction(context).handleRequest(event, new FakeContext());

      assertThat(answer.getStatusCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6",
    "::ffff:203.0.113.7, 203.0.113.7",
    "example.org, none"
  })
  void theGatewaysWordIsTheAddress(String from, String address) {
    try (var context = ApplicationContext.run()) {
      var event = ApiEvent.get("/echo/address").sourceIp(from).event();

      var answer = new ApiFunction(context).handleRequest(event, new FakeContext());

      assertThat(answer.getBody()).isEqualTo(address);
    }
  }
}
