package gantry.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import gantry.lambda.Metrics;
import gantry.meter.EvenPace;
import gantry.resilience.Breakers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/** A provider on a local port, and what a client of it writes. */
final class StubProvider implements AutoCloseable {
  final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final Metrics written =
      new Metrics(new PrintStream(metrics, true, UTF_8), Clock.systemUTC());
  private final Providers providers =
      new Providers(
          new Breakers(written, Clock.systemUTC(), _ -> {}),
          written,
          Clock.systemUTC(),
          (_, quota) -> new EvenPace(quota));

  StubProvider() {
    server.start();
  }

  /** Short times, and one attempt unless the test wants more. */
  ProviderSettings settings() {
    return ProviderSettings.of("stub", "http://127.0.0.1:" + server.port() + "/base")
        .limited(
            CallLimits.DEFAULT
                .within(Duration.ofSeconds(30), Duration.ofSeconds(10))
                .withAttempts(1)
                .withPerSecond(1_000)
                .withBytes(10_000));
  }

  ProviderClient client() {
    return client(settings());
  }

  ProviderClient client(ProviderSettings settings) {
    return providers.client(settings);
  }

  int requests() {
    return server.getAllServeEvents().size();
  }

  @Override
  public void close() {
    server.stop();
  }
}
