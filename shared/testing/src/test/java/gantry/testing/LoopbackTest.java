package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** ::ffff:127.0.0.1 is how a dual-stack socket of the JVM shows the same address. */
  private static final List<String> LOOPBACK =
      List.of("0100007F:", "0000000000000000FFFF00000100007F:");

  @Test
  void everyServerListensOnTheLoopbackAddressOnly() {
    var postgres = PostgresServer.shared();
    var pids =
        List.of(
            postgres.pid(),
            RedisServer.shared().pid(),
            KinesisServer.shared().pid(),
            ProcessHandle.current().pid());
    int sqs = SqsServer.shared().port();

    Eventually.within(SOON, () -> assertThat(Listeners.of(pids)).hasSizeGreaterThanOrEqualTo(5));
    var listeners = Listeners.of(pids);

    assertThat(listeners).anyMatch(address -> address.endsWith(":%04X".formatted(sqs)));
    assertThat(listeners).allMatch(address -> LOOPBACK.stream().anyMatch(address::startsWith));
  }
}
