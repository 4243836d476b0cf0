package gantry.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import scala.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SQS on 127.0.0.1, inside this JVM, with the limits of AWS. */
public final class SqsServer implements AutoCloseable {
  public static final String REGION = "eu-central-1";
  public static final String ACCOUNT = "000000000000";

  private static @Nullable SqsServer shared;

  private final int port;
  private final @Nullable Path folder;
  private @Nullable ActorSystem actors;
  private @Nullable SQSRestServer server;

  private SqsServer(int port, @Nullable Path folder) {
    this.port = port;
    this.folder = folder;
  }

  /** Starts a server that forgets its messages when it stops; port 0 takes a free one. */
  public static SqsServer start(int port) {
    var server = new SqsServer(Ports.orFree(port, 1), null);
    server.start();
    return server;
  }

  /**
   * Starts a server that keeps queues and messages in this folder; one folder per JVM, a limit of
   * ElasticMQ.
   */
  public static SqsServer start(Path folder, int port) {
    var server = new SqsServer(Ports.orFree(port, 1), folder.toAbsolutePath());
    server.start();
    return server;
  }

  /** The one server of this JVM for tests, stopped with the JVM. */
  public static synchronized SqsServer shared() {
    if (shared == null) {
      shared = start(0);
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

  /** The address that CreateQueue would answer. */
  public String queueUrl(String queueName) {
    return endpoint() + "/" + ACCOUNT + "/" + queueName;
  }

  /** A new client of this server, to be closed by the caller. */
  public SqsClient client() {
    return client(endpoint());
  }

  static SqsClient client(URI endpoint) {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Starts it again on the same port; without a folder it begins empty. */
  public synchronized void start() {
    var system = QuietActors.create();
    actors = system;
    var store =
        folder == null ? Option.<ActorRef>empty() : Option.apply(SqsStore.create(system, folder));
    var queues =
        system.actorOf(
            Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, store)));
    server =
        SQSRestServerBuilder.withActorSystem(system)
            .withQueueManagerActor(queues)
            .withQueueEventListener(store.getOrElse(() -> system.deadLetters()))
            .withInterface("127.0.0.1")
            .withPort(port)
            .withServerAddress(new NodeAddress("http", "127.0.0.1", port, ""))
            .withAWSRegion(REGION)
            .withAWSAccountId(ACCOUNT)
            .withSQSLimits(StrictSQSLimits$.MODULE$)
            .start();
    server.waitUntilStarted();
    if (store.isDefined()) {
      SqsStore.restore(store.get(), queues, Duration.ofSeconds(30));
    }
  }

  /** Stops answering; connections are refused until {@link #start()}. */
  public synchronized void stop() {
    if (server != null && actors != null) {
      server.stopAndWait();
      actors.terminate();
      actors.getWhenTerminated().toCompletableFuture().join();
      server = null;
      actors = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
