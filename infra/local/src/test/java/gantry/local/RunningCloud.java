package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.local.server.ServerPorts;
import gantry.testing.Eventually;
import gantry.testing.Ports;
import gantry.testing.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** The local cloud as a process of its own, on free ports, with the repository's template. */
final class RunningCloud implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration READY = Duration.ofMinutes(3);
  private static final Path ROOT =
      Path.of(System.getProperty("gantry.root", "../..")).toAbsolutePath().normalize();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;
  private final ServerPorts ports;
  private final Path log;

  private RunningCloud(Process process, ServerPorts ports, Path log) {
    this.process = process;
    this.address = URI.create("http://127.0.0.1:" + ports.http());
    this.ports = ports;
    this.log = log;
  }

  /**
   * The one that flows share, begun by the first; it ends with the tests. Its functions are the old
   * jars on the new schema.
   */
  static RunningCloud shared() {
    return Shared.CLOUD;
  }

  /** One of its own, for who breaks it: with a backup of Redis, and health as it is now. */
  static RunningCloud startToBreak(Path home) {
    var backup = String.valueOf(Ports.free());
    return start(home, Map.of("GANTRY_REDIS_BACKUP_PORT", backup, "HEALTH_MAX_AGE", "PT0S"));
  }

  private static RunningCloud start(Path home, Map<String, String> settings) {
    var ports =
        new ServerPorts(
            Ports.free(),
            Ports.free(),
            Ports.free(),
            OptionalInt.empty(),
            Ports.free(),
            Ports.free(2));
    var log = home.resolveSibling(home.getFileName() + ".log");
    var builder = command(log);
    var environment = builder.environment();
    environment.putAll(settings);
    environment.put("GANTRY_HOME", home.toString());
    environment.put("GANTRY_AOT", "off");
    environment.put("GANTRY_HTTP_PORT", String.valueOf(ports.http()));
    environment.put("GANTRY_POSTGRES_PORT", String.valueOf(ports.postgres()));
    environment.put("GANTRY_REDIS_PORT", String.valueOf(ports.redis()));
    environment.put("GANTRY_SQS_PORT", String.valueOf(ports.sqs()));
    environment.put("GANTRY_KINESIS_PORT", String.valueOf(ports.kinesis()));
    try {
      var process = Watchdog.shared().start(builder);
      var cloud = new RunningCloud(process, ports, log);
      cloud.awaitReady();
      return cloud;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder command(Path log) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dgantry.root=" + ROOT,
            "-Dgantry.target=" + ROOT.resolve("infra/local/target"),
            "-cp",
            System.getProperty("java.class.path"),
            "gantry.local.LocalCloud")
        .directory(ROOT.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private void awaitReady() {
    Eventually.within(
        READY,
        () -> {
          assertThat(process.isAlive()).as(output()).isTrue();
          assertThat(get("/_local/status").json().path("ready").asBoolean()).isTrue();
        });
  }

  /** An answer with its body as text or JSON. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return new String(response.body(), UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    boolean isJson() {
      return header("content-type").contains("json");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  Answer post(String path, String body, String... headers) {
    return send("POST", path, body.getBytes(UTF_8), headers);
  }

  Answer send(String method, String path, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofMinutes(2))
            .method(method, BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The value of an Authorization header for a user with these roles. */
  String bearer(String... roles) {
    return bearerOf("op-1", roles);
  }

  /** The value of an Authorization header for this user with these roles. */
  String bearerOf(String user, String... roles) {
    var body = JSON.valueToTree(Map.of("sub", user, "tenant", "acme", "roles", List.of(roles)));
    return "Bearer "
        + post("/_local/token", body.toString(), "content-type", "application/json")
            .json()
            .path("token")
            .asText();
  }

  URI sqs() {
    return URI.create("http://127.0.0.1:" + ports.sqs());
  }

  URI address() {
    return address;
  }

  URI kinesis() {
    return URI.create("http://127.0.0.1:" + ports.kinesis());
  }

  int postgresPort() {
    return ports.postgres();
  }

  int redisPort() {
    return ports.redis();
  }

  Process process() {
    return process;
  }

  /** All that it and its functions have printed. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    private static final RunningCloud CLOUD = begin();

    private static RunningCloud begin() {
      try {
        var target = Files.createDirectories(ROOT.resolve("infra/local/target"));
        var cloud =
            start(Files.createTempDirectory(target, "flows-"), Map.of("GANTRY_SCHEMA", "tomorrow"));
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        return cloud;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
