package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackTest {
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

    var listeners = new ArrayList<>(Listeners.of(pids));

    assertThat(listeners).hasSizeGreaterThanOrEqualTo(5);
    assertThat(listeners).anyMatch(address -> address.endsWith(":%04X".formatted(sqs)));
    assertThat(listeners).allMatch(address -> LOOPBACK.stream().anyMatch(address::startsWith));
  }
}
