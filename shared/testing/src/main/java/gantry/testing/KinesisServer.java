package gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Kinesis on 127.0.0.1, a Node.js process; it also takes the port after its own, for TLS. */
public final class KinesisServer implements AutoCloseable {
  /** Nothing is answered while it writes all it has; it also writes when it is stopped. */
  private static final String PERSIST_INTERVAL = "30s";

  /** On a busy machine it writes 10 MB in a second. */
  private static final Duration WRITES_WITHIN = Duration.ofSeconds(30);

  private static @Nullable KinesisServer shared;

  private final Path folder;
  private final int port;
  private @Nullable ChildServer process;

  private KinesisServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts a server on a data folder of before or on a new one; port 0 takes two free ones. */
  public static KinesisServer start(Path folder, int port) {
    var server = new KinesisServer(folder.toAbsolutePath(), Ports.orFree(port, 2));
    server.start();
    return server;
  }

  /** The one server of this JVM for tests, stopped with the JVM. */
  public static synchronized KinesisServer shared() {
    if (shared == null) {
      shared = start(Folders.create("kinesis"), 0);
      Folders.closeAtExit(shared);
    }
    return shared;
  }

  public int port() {
    return port;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public long pid() {
    return running().pid();
  }

  /** A new client of this server, to be closed by the caller. */
  public KinesisClient client() {
    return KinesisClient.builder()
        .endpointOverride(endpoint())
        .region(Region.of(SqsServer.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Starts it again on the same port and data. */
  public synchronized void start() {
    try {
      process =
          ChildServer.start(
              "Kinesis", command(), Files.createDirectories(folder).resolve("kinesis.log"));
      running().awaitListening(port, Duration.ofSeconds(30));
    } catch (IOException e) {
      throw new UncheckedIOException("Kinesis did not start", e);
    }
  }

  public synchronized void stop() {
    if (process != null) {
      process.stop(WRITES_WITHIN);
      process = null;
    }
  }

  public synchronized void kill() {
    running().kill();
    process = null;
  }

  /** Makes it hang: connections stay open and nothing answers. */
  public void pause() {
    Signals.send("STOP", pid());
  }

  public void resume() {
    Signals.send("CONT", pid());
  }

  @Override
  public void close() {
    stop();
  }

  private ChildServer running() {
    if (process == null) {
      throw new IllegalStateException("Kinesis is stopped");
    }
    return process;
  }

  private ProcessBuilder command() {
    var program = folder.resolve("program");
    for (var file : List.of("main.js", "server.json", "preload.js")) {
      Resources.copy("kinesis/" + file, program.resolve(file));
    }
    var builder = new ProcessBuilder("node", "--require", "./preload.js", "main.js");
    builder.directory(program.toFile());
    var environment = builder.environment();
    environment.put("KINESIS_MOCK_PLAIN_PORT", String.valueOf(port));
    environment.put("KINESIS_MOCK_TLS_PORT", String.valueOf(port + 1));
    environment.put("AWS_REGION", SqsServer.REGION);
    environment.put("LOG_LEVEL", "ERROR");
    environment.put("SHOULD_PERSIST_DATA", "true");
    environment.put("PERSIST_PATH", folder.toString());
    environment.put("PERSIST_INTERVAL", PERSIST_INTERVAL);
    return builder;
  }
}
