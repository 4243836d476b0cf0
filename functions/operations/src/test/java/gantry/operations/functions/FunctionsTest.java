package gantry.operations.functions;

import static gantry.operations.Api.caller;
import static gantry.operations.Api.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gantry.operations.Api;
import gantry.operations.TestModule;
import gantry.testing.ApiEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private static final String PATH = "/v1/functions";
  private static final AtomicInteger STATUS = new AtomicInteger(200);

  private static HttpServer lambda;
  private static TestModule module;
  private static Api api;

  @BeforeAll
  static void start() throws IOException {
    lambda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    lambda.createContext("/2015-03-31/functions", FunctionsTest::answer);
    lambda.start();
    module =
        new TestModule(
            url -> url.replaceFirst(":[0-9]+/", ":1/"),
            Map.of(
                "test.lambda",
                "http://127.0.0.1:" + lambda.getAddress().getPort(),
                "stack.name",
                "shop",
                "rate-limit.instances",
                1));
    api = new Api(module);
  }

  @AfterAll
  static void stop() {
    module.close();
    lambda.stop(0);
  }

  @BeforeEach
  void heal() {
    STATUS.set(200);
  }

  /** From both pages of Lambda's answer, without those of the stages "shop-test" and "other". */
  @Test
  void theFunctionsOfThisStageAreListedByTheirNamesInTheTemplate() {
    var answer = json(api.asOperator(ApiEvent.get(PATH)));

    assertThat(answer.path("items").findValuesAsText("function"))
        .containsExactly("Operations", "WatchPayment");
    assertThat(answer.path("items").path(1).toString())
        .isEqualTo(
            "{\"function\":\"WatchPayment\",\"name\":\"shop-WatchPayment-1A2B3C4D5E6F\","
                + "\"runtime\":\"java25\",\"memoryMb\":1024,\"timeoutSeconds\":29,"
                + "\"changedAt\":\"2026-11-21T10:00:00.123Z\"}");
    assertThat(answer.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void whereLambdaDoesNotAnswerNothingIsMadeUp() {
    STATUS.set(500);

    var answer = api.asOperator(ApiEvent.get(PATH));

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getHeaders()).containsKey("Retry-After");
  }

  @Test
  void onlyOperatorsSee() {
    assertThat(api.call(ApiEvent.get(PATH)).getStatusCode()).isEqualTo(401);
    assertThat(api.call(ApiEvent.get(PATH).authorizer(caller("service"))).getStatusCode())
        .isEqualTo(403);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var query = String.valueOf(exchange.getRequestURI().getQuery());
      var page = query.contains("Marker=next") ? second() : first();
      exchange.getResponseHeaders().set("content-type", "application/json");
      exchange.sendResponseHeaders(STATUS.get(), page.length());
      exchange.getResponseBody().write(page.getBytes(UTF_8));
    }
  }

  private static String first() {
    return "{\"NextMarker\":\"next\",\"Functions\":[%s,%s]}"
        .formatted(
            function("shop-WatchPayment-1A2B3C4D5E6F"), function("shop-test-Migrate-1A2B3C4D5E6F"));
  }

  private static String second() {
    return "{\"Functions\":[%s,%s]}"
        .formatted(
            function("other-Operations-1A2B3C4D5E6F"), function("shop-Operations-1A2B3C4D5E6F"));
  }

  private static String function(String name) {
    return """
    {"FunctionName":"%s","Runtime":"java25","MemorySize":1024,"Timeout":29,\
    "LastModified":"2026-11-21T10:00:00.123+0000"}\
    """
        .formatted(name);
  }
}
