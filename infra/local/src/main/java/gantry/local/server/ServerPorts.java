package gantry.local.server;

import gantry.testing.Ports;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The ports of the local cloud on 127.0.0.1; Kinesis also takes the one after its own, for TLS. */
public record ServerPorts(int http, int postgres, int redis, int sqs, int kinesis) {
  private static final int HIGHEST = 65_535;

  private record Setting(String variable, int port) {}

  /** The defaults, each replaced by its environment variable. */
  public static ServerPorts of(Map<String, String> environment) {
    return new ServerPorts(
        port(environment, "GANTRY_HTTP_PORT", 8080),
        port(environment, "GANTRY_POSTGRES_PORT", 15432),
        port(environment, "GANTRY_REDIS_PORT", 16379),
        port(environment, "GANTRY_SQS_PORT", 19324),
        port(environment, "GANTRY_KINESIS_PORT", 14567));
  }

  /** Refuses the start, before anything is touched, when one of them is taken. */
  public void requireFree() {
    var used = new HashSet<Integer>();
    for (var setting : settings()) {
      if (!used.add(setting.port) || !Ports.isFree(setting.port)) {
        throw new CannotStart(
            "Port %d is taken: stop what listens there, or set %s to another port."
                .formatted(setting.port, setting.variable));
      }
    }
  }

  private List<Setting> settings() {
    return List.of(
        new Setting("GANTRY_HTTP_PORT", http),
        new Setting("GANTRY_POSTGRES_PORT", postgres),
        new Setting("GANTRY_REDIS_PORT", redis),
        new Setting("GANTRY_SQS_PORT", sqs),
        new Setting("GANTRY_KINESIS_PORT", kinesis),
        new Setting("GANTRY_KINESIS_PORT (it also takes the next one)", kinesis + 1));
  }

  private static int port(Map<String, String> environment, String variable, int byDefault) {
    var text = environment.getOrDefault(variable, "");
    if (text.isBlank()) {
      return byDefault;
    }
    if (text.matches("[0-9]{1,5}")
        && Integer.parseInt(text) < HIGHEST
        && Integer.parseInt(text) > 0) {
      return Integer.parseInt(text);
    }
    throw new CannotStart("%s must be a port number, not '%s'.".formatted(variable, text));
  }
}
