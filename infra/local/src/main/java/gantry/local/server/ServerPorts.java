package gantry.local.server;

import gantry.testing.Ports;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The ports of the local cloud on 127.0.0.1; Kinesis also takes the one after its own, for TLS.
 * Without a port there is no backup of Redis.
 */
public record ServerPorts(
    int http, int postgres, int redis, OptionalInt redisBackup, int sqs, int kinesis) {
  private static final int HIGHEST = 65_535;
  private static final String BACKUP = "GANTRY_REDIS_BACKUP_PORT";

  private record Setting(String variable, int port) {}

  /** The defaults, each replaced by its environment variable. */
  public static ServerPorts of(Map<String, String> environment) {
    return new ServerPorts(
        port(environment, "GANTRY_HTTP_PORT", 8080),
        port(environment, "GANTRY_POSTGRES_PORT", 15432),
        port(environment, "GANTRY_REDIS_PORT", 16379),
        optionalPort(environment, BACKUP),
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

  /** Each server's port, by the server's name. */
  public Map<String, Integer> byName() {
    var byName = new LinkedHashMap<String, Integer>();
    byName.put("http", http);
    byName.put("postgres", postgres);
    byName.put("redis", redis);
    redisBackup.ifPresent(port -> byName.put("redis-backup", port));
    byName.put("sqs", sqs);
    byName.put("kinesis", kinesis);
    return byName;
  }

  private List<Setting> settings() {
    var settings = new ArrayList<Setting>();
    redisBackup.ifPresent(port -> settings.add(new Setting(BACKUP, port)));
    settings.addAll(always());
    return settings;
  }

  private List<Setting> always() {
    return List.of(
        new Setting("GANTRY_HTTP_PORT", http),
        new Setting("GANTRY_POSTGRES_PORT", postgres),
        new Setting("GANTRY_REDIS_PORT", redis),
        new Setting("GANTRY_SQS_PORT", sqs),
        new Setting("GANTRY_KINESIS_PORT", kinesis),
        new Setting("GANTRY_KINESIS_PORT (it also takes the next one)", kinesis + 1));
  }

  private static OptionalInt optionalPort(Map<String, String> environment, String variable) {
    return environment.getOrDefault(variable, "").isBlank()
        ? OptionalInt.empty()
        : OptionalInt.of(port(environment, variable, 0));
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
