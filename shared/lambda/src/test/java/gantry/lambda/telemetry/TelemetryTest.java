package gantry.lambda.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gantry.testing.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryTest {
  private final MutableClock clock = MutableClock.at("2026-11-21T12:00:00Z");
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private HttpServer server;
  private volatile boolean hangs;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          received.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("x-sentry-auth")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          if (hangs) {
            awaitEnd();
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    ended.countDown();
    server.stop(0);
  }

  @Test
  void withoutSettingsNothingIsSent() {
    var telemetry = telemetry(Map.of());

    telemetry.failed("gantry.Any", new IllegalStateException("x"));
    telemetry.counted("WebhookDecided", Map.of());
    telemetry.flush();

    assertThat(received).isEmpty();
  }

  @Test
  void anErrorGoesByItsClassAndPlaceAndWithoutItsText() {
    var telemetry = telemetry(sentry());

    telemetry.failed(
        "gantry.Any",
        new IllegalStateException("ada@example.org", new IOException("jdbc:postgresql://secret")));
    telemetry.flush();

    assertThat(received)
        .singleElement()
        .asString()
        .startsWith("/api/42/envelope/ Sentry sentry_version=7,")
        .contains("sentry_key=public", "{\"type\":\"event\"}\n")
        .contains(
            "\"type\":\"java.io.IOException\"", "\"type\":\"java.lang.IllegalStateException\"")
        .contains("\"module\":\"" + TelemetryTest.class.getName() + "\"")
        .contains("\"timestamp\":\"2026-11-21T12:00:00Z\"", "\"environment\":\"prod\"")
        .doesNotContain("ada@example.org", "secret");
  }

  @Test
  void countedEventsGoTogetherAndBelongToNobody() {
    var telemetry = telemetry(Map.of("POSTHOG_PROJECT", "phc_1", "POSTHOG_URL", address()));

    telemetry.counted("WebhookDecided", Map.of("provider", "stripe"));
    telemetry.counted("PaymentClaims", Map.of("outcome", "CREDITED"));
    telemetry.flush();
    telemetry.flush();

    assertThat(received)
        .singleElement()
        .asString()
        .startsWith("/batch/ ")
        .contains("\"api_key\":\"phc_1\"", "\"event\":\"WebhookDecided\"", "\"PaymentClaims\"")
        .contains("\"provider\":\"stripe\"", "\"distinct_id\":\"gantry\"")
        .contains("\"$process_person_profile\":false");
  }

  @Test
  void aStormIsCutShort() {
    var telemetry = telemetry(sentry());

    for (var i = 0; i < 1_000; i++) {
      telemetry.failed("gantry.Any", new IllegalStateException());
    }
    telemetry.flush();

    assertThat(received).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void aServiceThatHangsHoldsNobodyUp() {
    hangs = true;
    var telemetry = telemetry(sentry());
    telemetry.failed("gantry.Any", new IllegalStateException());

    telemetry.flush();

    assertThat(ended.getCount()).isEqualTo(1);
  }

  @Test
  void aServiceThatHangsIsLeftAloneForAMinute() {
    hangs = true;
    var telemetry = telemetry(sentry());
    telemetry.failed("gantry.Any", new IllegalStateException());
    telemetry.flush();

    telemetry.failed("gantry.Any", new IllegalStateException());
    telemetry.flush();
    assertThat(received).hasSizeLessThanOrEqualTo(1);

    hangs = false;
    clock.advance(Duration.ofMinutes(1));
    telemetry.failed("gantry.Later", new IllegalStateException());
    telemetry.flush();
    assertThat(received).last().asString().contains("gantry.Later");
  }

  @Test
  void countsNeverCrowdOutAnError() {
    var environment = new HashMap<>(sentry());
    environment.putAll(Map.of("POSTHOG_PROJECT", "phc_1", "POSTHOG_URL", address()));
    var telemetry = telemetry(environment);

    for (var i = 0; i < 1_000; i++) {
      telemetry.counted("ProviderCalls", Map.of());
    }
    telemetry.failed("gantry.Any", new IllegalStateException());
    telemetry.flush();

    assertThat(received).anyMatch(request -> request.startsWith("/api/42/envelope/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "http://key@example.org/1",
        "https://example.org/1",
        "https://k@example.org/",
        "::"
      })
  void aMalformedSettingSwitchesItOff(String dsn) {
    assertThat(TelemetryConfig.of(Map.of("SENTRY_DSN", dsn)).isOff()).isTrue();
  }

  private Map<String, String> sentry() {
    var dsn = address().replace("//", "//public@") + "/42";
    return Map.of("SENTRY_DSN", dsn, "GANTRY_STAGE", "prod");
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Telemetry telemetry(Map<String, String> environment) {
    return new Telemetry(TelemetryConfig.of(environment), clock);
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
