package gantry.local;

import gantry.local.function.Functions.Training;
import gantry.local.server.CannotStart;
import gantry.local.server.ServerPorts;
import gantry.local.server.Servers;
import gantry.local.server.Servers.Schema;
import gantry.local.template.Account;
import gantry.local.template.FunctionResource;
import gantry.local.template.Template;
import gantry.local.template.TemplateReader;
import gantry.testing.Folders;
import gantry.testing.SqsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How this local cloud runs, from the shell and from Maven. */
record LocalSettings(
    Path templateFile, Path home, ServerPorts ports, boolean fresh, Map<String, String> shell) {

  static LocalSettings ofThisProcess() {
    var shell = System.getenv();
    var root = Path.of(System.getProperty("gantry.root", "")).toAbsolutePath();
    var target = System.getProperty("gantry.target", root.resolve("infra/local/target").toString());
    var home = shell.getOrDefault("GANTRY_HOME", "");
    return new LocalSettings(
        root.resolve("template.yaml"),
        (home.isBlank() ? Path.of(target, "gantry") : Path.of(home)).toAbsolutePath(),
        ServerPorts.of(shell),
        Boolean.getBoolean("gantry.fresh"),
        shell);
  }

  static void requireSupportedPlatform() {
    var os = System.getProperty("os.name", "");
    var arch = System.getProperty("os.arch", "");
    if (!os.equals("Linux") || !Set.of("amd64", "aarch64").contains(arch)) {
      throw new CannotStart(
          "The local cloud runs on Linux, x86-64 or arm64 (Windows by WSL2), not on "
              + os
              + " "
              + arch
              + ".");
    }
  }

  /** The template's parameters that the local cloud sets itself. */
  Map<String, String> parameters() {
    return Map.of(
        "DatabaseUrl",
        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + Servers.DATABASE,
        "DatabaseUser",
        Servers.DATABASE_USER,
        "DatabasePasswordArn",
        "arn:aws:secretsmanager:local:000000000000:secret:DatabasePassword",
        "RedisUrl",
        redis(ports.redis()),
        "RedisBackupUrl",
        redisBackup(),
        "RedisPasswordArn",
        "",
        "RateLimitInstances",
        "1");
  }

  private static String redis(int port) {
    return "redis://127.0.0.1:" + port;
  }

  private String redisBackup() {
    var port = ports.redisBackup();
    return port.isPresent() ? redis(port.getAsInt()) : "";
  }

  /** The template with this machine's values; each function's jar has been built. */
  Template readTemplate() {
    var template = new TemplateReader(account(), parameters()).read(templateFile);
    template.functions().values().forEach(LocalSettings::requireJar);
    return template;
  }

  private static void requireJar(FunctionResource function) {
    if (!Files.exists(function.jar())) {
      throw new CannotStart(
          "The jar of %s, %s, is missing: build it with mvn -Plocal in the root folder."
              .formatted(function.id(), function.jar()));
    }
  }

  Account account() {
    return new Account(SqsServer.REGION, "http://127.0.0.1:" + ports.sqs());
  }

  Path checkpoints() {
    return home.resolve("checkpoints");
  }

  void wipeCheckpoints() {
    try {
      Folders.delete(checkpoints());
    } catch (IOException e) {
      throw new CannotStart("The state in %s cannot be deleted.".formatted(home), e);
    }
  }

  /** {@code GANTRY_AOT=off}: functions start without a cache and record none. */
  Training training() {
    return shell.getOrDefault("GANTRY_AOT", "").equals("off") ? Training.NONE : Training.RECORD;
  }

  /** {@code GANTRY_SCHEMA=tomorrow}: today's functions on what the next release may make of it. */
  Schema schema() {
    return shell.getOrDefault("GANTRY_SCHEMA", "").equals("tomorrow")
        ? Schema.TOMORROW
        : Schema.TODAY;
  }

  /** Where the AWS SDK finds this machine's services, under the SDK's own names. */
  Map<String, String> wiring() {
    var wiring = new HashMap<String, String>();
    wiring.put("AWS_REGION", SqsServer.REGION);
    wiring.put("AWS_DEFAULT_REGION", SqsServer.REGION);
    wiring.put("AWS_ACCESS_KEY_ID", "local");
    wiring.put("AWS_SECRET_ACCESS_KEY", "local");
    wiring.put("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:" + ports.sqs());
    wiring.put("AWS_ENDPOINT_URL_KINESIS", "http://127.0.0.1:" + ports.kinesis());
    wiring.put("AWS_ENDPOINT_URL_LAMBDA", "http://127.0.0.1:" + ports.http() + "/_local/lambda");
    return wiring;
  }
}
