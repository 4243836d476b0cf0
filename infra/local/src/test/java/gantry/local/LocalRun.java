package gantry.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.local.server.Servers;
import gantry.testing.Eventually;
import gantry.testing.Ports;
import gantry.testing.Processes;
import gantry.testing.Watchdog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A local cloud on ports and in a folder of its own, in processes that a test may end. */
final class LocalRun {
  private static final Duration START_WITHIN = Duration.ofMinutes(5);
  private static final String MAIN = "gantry.local.LocalCloud";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final int firstPort;
  private final Process process;

  private LocalRun(Path folder, int firstPort, Process process) {
    this.folder = folder;
    this.firstPort = firstPort;
    this.process = process;
  }

  /** As a person does, with the Maven and the repository of this build. */
  static LocalRun withMaven(Path folder, int firstPort) throws IOException {
    var command = new ArrayList<>(interruptible());
    command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
    command.addAll(List.of("--offline", "--batch-mode", "-Plocal"));
    command.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
    return start(folder, firstPort, command);
  }

  /** Without Maven, on the classes of this test. */
  static LocalRun directly(Path folder, int firstPort) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(interruptible());
    command.addAll(
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Dgantry.root=" + root(),
            "-cp",
            System.getProperty("java.class.path"),
            MAIN));
    return start(folder, firstPort, command);
  }

  private static LocalRun start(Path folder, int firstPort, List<String> command)
      throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Files.createDirectories(folder).resolve("run.log").toFile());
    builder.environment().putAll(environment(folder, firstPort));
    return new LocalRun(folder, firstPort, Watchdog.shared().start(builder));
  }

  private static Map<String, String> environment(Path folder, int port) {
    return Map.of(
        "GANTRY_HOME", home(folder).toString(),
        "GANTRY_AOT", "off",
        "GANTRY_HTTP_PORT", String.valueOf(port),
        "GANTRY_POSTGRES_PORT", String.valueOf(port + 1),
        "GANTRY_REDIS_PORT", String.valueOf(port + 2),
        "GANTRY_SQS_PORT", String.valueOf(port + 3),
        "GANTRY_KINESIS_PORT", String.valueOf(port + 4));
  }

  /** Six ports in a row. */
  static int freePorts() {
    return Ports.free(6);
  }

  static Path home(Path folder) {
    return folder.resolve("home");
  }

  /** The process that was started: Maven, or the local cloud itself. */
  long pid() {
    return process.pid();
  }

  String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + (firstPort + 1) + "/" + Servers.DATABASE;
  }

  /** Everything that runs because of this run. */
  Set<Long> processes() {
    var pids = new HashSet<>(Processes.of(home(folder)));
    pids.add(process.pid());
    process.descendants().forEach(child -> pids.add(child.pid()));
    return pids;
  }

  List<Integer> takenPorts() {
    return java.util.stream.IntStream.range(firstPort, firstPort + 6)
        .filter(port -> !Ports.isFree(port))
        .boxed()
        .toList();
  }

  void awaitReady() {
    await(() -> call("GET", "/_local/status", "").path("ready").asBoolean());
  }

  /** The moment in which the servers are being started. */
  void awaitServersStarting() {
    await(() -> !Processes.of(home(folder).resolve("postgres")).isEmpty());
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("run.log"));
  }

  JsonNode call(String method, String path, String body, String... headers) throws IOException {
    return JSON.readTree(send(method, path, body, headers).body());
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + firstPort + path))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void await(Condition condition) {
    Eventually.within(
        START_WITHIN,
        () -> {
          if (process.isAlive() && !condition.holds()) {
            throw new IOException("not yet");
          }
        });
    if (!process.isAlive()) {
      throw new AssertionError("The run ended early: " + lastLog());
    }
  }

  private String lastLog() {
    try {
      var lines = log().lines().filter(line -> !line.contains("[ERROR]")).toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return "no log";
    }
  }

  private static Path root() {
    return Path.of(System.getProperty("gantry.root"));
  }

  /** A build that runs in the background of a shell ignores SIGINT, and would hand that on. */
  private static List<String> interruptible() {
    var prefix = List.of("env", "--default-signal=INT");
    try {
      var command = new ArrayList<>(prefix);
      command.add("true");
      return new ProcessBuilder(command).start().waitFor() == 0 ? prefix : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
