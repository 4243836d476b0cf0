package gantry.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.testing.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerPortsTest {
  @Test
  void everyPortHasADefault() {
    assertThat(ServerPorts.of(Map.of()))
        .isEqualTo(new ServerPorts(8080, 15432, 16379, OptionalInt.empty(), 19324, 14567));
  }

  @Test
  void everyPortHasAVariable() {
    var environment =
        Map.of(
            "GANTRY_HTTP_PORT", "1",
            "GANTRY_POSTGRES_PORT", "2",
            "GANTRY_REDIS_PORT", "3",
            "GANTRY_SQS_PORT", "4",
            "GANTRY_KINESIS_PORT", "5",
            "GANTRY_REDIS_BACKUP_PORT", "6");

    assertThat(ServerPorts.of(environment))
        .isEqualTo(new ServerPorts(1, 2, 3, OptionalInt.of(6), 4, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65535", "99999999999", "http"})
  void aVariableThatIsNoPortIsNamed(String text) {
    assertThatThrownBy(() -> ServerPorts.of(Map.of("GANTRY_SQS_PORT", text)))
        .isInstanceOf(CannotStart.class)
        .hasMessage("GANTRY_SQS_PORT must be a port number, not '%s'.", text);
  }

  @Test
  void aTakenPortIsNamedWithItsVariable() throws IOException {
    int first = Ports.free(6);
    var ports = ports(first, first + 3);
    ports.requireFree();

    try (var _ = new ServerSocket(first + 2, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(CannotStart.class)
          .hasMessage(
              "Port %d is taken: stop what listens there, or set GANTRY_REDIS_PORT to another"
                  + " port.",
              first + 2);
    }
  }

  private static ServerPorts ports(int first, int sqs) {
    return new ServerPorts(first, first + 1, first + 2, OptionalInt.empty(), sqs, first + 4);
  }

  @Test
  void twoServersCannotShareAPort() {
    int first = Ports.free(6);
    var ports = ports(first, first + 5);

    assertThatThrownBy(ports::requireFree).hasMessageContaining("GANTRY_KINESIS_PORT");
  }
}
