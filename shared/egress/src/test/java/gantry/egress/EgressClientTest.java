package gantry.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.egress.EgressOutcome.Refused;
import gantry.egress.EgressOutcome.TimedOut;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class EgressClientTest {
  private static final EgressRequest REQUEST =
      new EgressRequest("application/json", "{}", Map.of());

  @Test
  void whatTheGuardRefusesIsNotCalled() throws NoSuchAlgorithmException {
    var client = client(_ -> new InetAddress[] {InetAddress.ofLiteral("10.0.0.1")});

    assertThat(client.post("https://hooks.example.com/", REQUEST, Duration.ofSeconds(5)))
        .isEqualTo(new Refused(Refusal.ADDRESS));
    assertThat(client.post("https://[::1]/", REQUEST, Duration.ofSeconds(5)))
        .isEqualTo(new Refused(Refusal.HOST));
  }

  @Test
  void aNameThatTakesTooLongTimesOut() throws NoSuchAlgorithmException {
    var never = new CountDownLatch(1);
    var client =
        client(_ -> {
          awaiting(never);
          return new InetAddress[0];
        });

    assertThat(client.post("https://slow.example.com/", REQUEST, Duration.ofMillis(200)))
        .isEqualTo(new TimedOut());
  }

  private static void awaiting(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static EgressClient client(HostResolver resolver) throws NoSuchAlgorithmException {
    return new EgressClient(new EgressGuard(resolver), SSLContext.getDefault());
  }
}
