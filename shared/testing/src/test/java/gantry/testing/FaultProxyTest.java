package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gantry.testing.Fault.Direction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final LineServer server;
  private final FaultProxy proxy;

  FaultProxyTest() throws IOException {
    server = new LineServer();
    proxy = FaultProxy.to(server.port());
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void bytesPassBothWaysAndSoDoesTheEnd() throws IOException {
    try (var client = client()) {
      assertThat(client.ask("hello")).isEqualTo("re: hello");
      assertThat(client.ask("again")).isEqualTo("re: again");
    }

    Eventually.within(LONG, () -> assertThat(proxy.connections()).isZero());
  }

  @Test
  void latencyDelaysBothDirections() throws IOException {
    try (var client = client()) {
      proxy.inject(Fault.latency(SHORT));
      var start = System.nanoTime();

      assertThat(client.ask("late")).isEqualTo("re: late");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(SHORT.multipliedBy(2));
    }
  }

  @Test
  void aBlackHoleSilencesOpenAndNewConnectionsUntilItEnds() throws IOException {
    try (var open = client()) {
      assertThat(open.ask("before")).isEqualTo("re: before");
      proxy.inject(Fault.blackHole());
      try (var fresh = client()) {
        assertSilent(open);
        assertSilent(fresh);
        assertThat(server.received()).containsExactly("before");

        proxy.heal();

        assertThat(open.read()).isEqualTo("re: heard?");
        assertThat(fresh.read()).isEqualTo("re: heard?");
      }
    }
  }

  @Test
  void aResetHitsOpenAndNewConnections() throws IOException {
    try (var open = client()) {
      assertThat(open.ask("before")).isEqualTo("re: before");

      proxy.inject(Fault.reset());

      assertThatExceptionOfType(SocketException.class).isThrownBy(() -> open.ask("after"));
      assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client().ask("new"));
    }
  }

  @Test
  void aRefusingProxyListensAgainOnTheSamePort() throws IOException {
    proxy.inject(Fault.refuse());
    assertThatExceptionOfType(ConnectException.class).isThrownBy(this::client);

    proxy.heal();

    try (var client = client()) {
      assertThat(client.ask("back")).isEqualTo("re: back");
    }
  }

  @Test
  void anAnswerIsCutAtTheByte() throws IOException {
    try (var client = client()) {
      assertThat(client.ask("whole")).isEqualTo("re: whole");
      proxy.inject(Fault.cutAfter(Direction.TO_CLIENT, 6));

      assertThat(client.ask("partial")).isEqualTo("re: pa");
      assertThat(server.received()).containsExactly("whole", "partial");
      assertThat(proxy.strikes()).isEqualTo(1);
    }
  }

  @Test
  void aRequestIsCutAtTheByte() throws IOException {
    proxy.inject(Fault.cutAfter(Direction.TO_SERVER, 3));
    try (var client = client()) {
      client.send("partial\n");

      Eventually.within(LONG, () -> assertThat(server.received()).containsExactly("par"));
    }
  }

  @Test
  void aLostReplyLeavesTheClientInDoubt() throws IOException {
    proxy.inject(Fault.loseReplyTo("COMMIT"));
    try (var client = client()) {
      assertThat(client.ask("INSERT")).isEqualTo("re: INSERT");

      assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client.ask("COMMIT"));
      assertThat(server.received()).containsExactly("INSERT", "COMMIT");
    }
  }

  @Test
  void aRequestIsFoundAcrossPieces() throws IOException {
    proxy.inject(Fault.loseReplyTo("COMMIT"));
    try (var client = client()) {
      assertThat(client.ask("first")).isEqualTo("re: first");
      client.send("a\nCOM"); // The answer to "a" shows that this piece has passed.
      assertThat(client.read()).isEqualTo("re: a");
      client.send("MIT\n");

      assertThatExceptionOfType(SocketException.class).isThrownBy(client::read);
    }
  }

  @Test
  void aWithheldReplyArrivesWhenTheFaultEnds() throws IOException {
    proxy.inject(Fault.withholdReplyTo("COMMIT"));
    try (var client = client()) {
      client.send("COMMIT\n");
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> client.patientFor(SHORT).read());
      Eventually.within(LONG, () -> assertThat(server.received()).containsExactly("COMMIT"));

      proxy.heal();

      assertThat(client.patientFor(LONG).read()).isEqualTo("re: COMMIT");
    }
  }

  @Test
  void onceIsOneConnection() throws IOException {
    proxy.injectOnce(Fault.loseReplyTo("COMMIT"));

    assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client().ask("COMMIT"));
    try (var second = client()) {
      assertThat(second.ask("COMMIT")).isEqualTo("re: COMMIT");
    }
    assertThat(proxy.strikes()).isEqualTo(1);
  }

  private LineClient client() throws IOException {
    return new LineClient(proxy.port());
  }

  private static void assertSilent(LineClient client) throws IOException {
    client.send("heard?\n");
    assertThatExceptionOfType(SocketTimeoutException.class)
        .isThrownBy(() -> client.patientFor(SHORT).read());
    client.patientFor(LONG);
  }
}
