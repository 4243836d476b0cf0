package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.openapi.Example;
import gantry.openapi.Part;
import gantry.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Whatever breaks is seen in health, told by the right alarm within its window and, when it is
 * over, told to be over. Minutes of CloudWatch's are ended by hand; breakers take their own time.
 */
@Execution(ExecutionMode.CONCURRENT)
class AlertFlowIT {
  private static final Executor THREADS = Thread::startVirtualThread;
  private static final List<Example> EXAMPLES =
      Part.all(Path.of("../..")).stream()
          .filter(part -> part.tag().equals("alerts"))
          .flatMap(part -> part.examples().stream())
          .toList();

  private static Path home;
  private static RunningCloud cloud;
  private static OnCall onCall;

  @BeforeAll
  static void start() throws Exception {
    home = Files.createTempDirectory(Path.of("target"), "alert-").toAbsolutePath();
    cloud = RunningCloud.startToBreak(home);
    onCall = OnCall.of(cloud);
    Eventually.within(OnCall.SOON, () -> assertThat(onCall.list("").has("items")).isTrue());
    onCall.alarmAfter(1, "DatabaseAway");
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aDeadLetterIsToldAcknowledgedAndToldToBeOver() {
    var rule = "WebhookInboxDeadLetters";
    try (var sqs = sqs()) {
      var dead = sqs.getQueueUrl(q -> q.queueName("gantry-webhook-inbox-dead-letter.fifo"));
      sqs.sendMessage(send ->
          send.queueUrl(dead.queueUrl())
              .messageBody("{}")
              .messageGroupId("g")
              .messageDeduplicationId(UUID.randomUUID().toString()));

      onCall.watch();
      onCall.assertAlert(rule, "FIRING");
      onCall.assertTold(rule, "FIRING", "SLACK", "PAGERDUTY", "EMAIL");
      onCall.assertHealth(200, "dead-letters", "DEGRADED");
      assertExamplesWork();
      assertThat(onCall.list("").findValuesAsText("acknowledgedBy")).contains("operator-1");

      sqs.purgeQueue(purge -> purge.queueUrl(dead.queueUrl()));
      onCall.watch();
      onCall.assertAlert(rule, "RECOVERED");
      onCall.assertTold(rule, "RECOVERED", "SLACK", "PAGERDUTY", "EMAIL");
    }
  }

  /** Those of the API document, which find something that fires. */
  private static void assertExamplesWork() {
    var calls = ExampleCalls.of(cloud);
    var kept = new HashMap<String, String>();
    for (var example : EXAMPLES) {
      var filled = example.with(kept);
      assertThat(calls.send(filled, "user").status()).isEqualTo(403);
      var answer = calls.send(filled, filled.role());
      assertThat(answer.status()).as(answer.text()).isEqualTo(filled.status());
      Shape.assertAlike(example.answer(), answer.json());
      kept.putAll(filled.kept(answer.json()));
    }
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aHungDatabaseTurnsHealthRed() {
    try (var _ = Stopped.all(home, "postgres")) {
      onCall.assertHealth(503, "database", "UNHEALTHY");
    }

    onCall.assertHealth(200, "database", "HEALTHY");
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aKilledDatabaseIsToldWithoutItAndWrittenDownLater() throws Exception {
    var before = Instant.now();
    try (var _ = onCall.without("postgres")) {
      onCall.assertHealth(503, "database", "UNHEALTHY");
      onCall.assertDeepHealth("database", "UNHEALTHY");
      Eventually.within(
          OnCall.SOON,
          () -> {
            assertThat(onCall.tryToWatch().status()).isEqualTo(502);
            assertThat(cloud.output())
                .contains(
                    "PAGERDUTY was told of DatabaseAway: FIRING", "The breaker of postgres opened");
          });
      Eventually.within(
          OnCall.SOON,
          () -> {
            onCall.tryToWatch(); // the breaker opens again, should a minute have ended by itself
            assertThat(onCall.alarmAfter(1, "DatabaseAway")).isEqualTo("ALARM");
          });
    }

    onCall.assertHealth(200, "database", "HEALTHY");
    onCall.watch();
    onCall.assertAlert("DatabaseAway", "RECOVERED");
    assertThat(Instant.parse(onCall.alert("DatabaseAway").path("firedAt").asText()))
        .isAfter(before);
    onCall.assertTold("DatabaseAway", "RECOVERED", "SLACK", "PAGERDUTY", "EMAIL");
    onCall.assertOver(2, "DatabaseAway");
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aHungRedisDegradesHealthAndNothingElse() {
    try (var _ = Stopped.all(home, "redis-server")) {
      onCall.assertHealth(200, "redis", "UNHEALTHY");
      assertThat(cloud.get(OnCall.ALERTS, "authorization", onCall.operator()).status())
          .isEqualTo(200);
    }

    onCall.assertHealth(200, "redis", "HEALTHY");
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aKilledRedisIsTold() throws Exception {
    assertAwayIsTold("redis", "redis-primary", "RedisPrimaryAway");
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aKilledBackupOfRedisIsTold() throws Exception {
    assertAwayIsTold("redis-backup", "redis-backup", "RedisBackupAway");
  }

  private static void assertAwayIsTold(String server, String breaker, String alarm)
      throws Exception {
    try (var _ = onCall.without(server)) {
      onCall.assertHealth(200, "redis", "DEGRADED");
      onCall.assertDeepHealth("redis", "DEGRADED");
      rings(alarm, 1, breaker, AlertFlowIT::look);
    }

    onCall.assertHealth(200, "redis", "HEALTHY");
    onCall.assertOver(3, alarm);
    onCall.assertTold(alarm, "RECOVERED", "SLACK");
  }

  /** Health asks both servers of Redis. */
  private static void look() {
    cloud.get("/v1/health");
  }

  /**
   * A breaker opens in period after period until the alarm rings. On a busy machine it may open by
   * itself, and minutes end by themselves: what each period tells is VerdictTest's.
   */
  private static void rings(String alarm, int minutes, String breaker, Eventually.Assertion call) {
    Eventually.within(
        Duration.ofMinutes(5),
        () -> {
          opens(breaker, call);
          assertThat(onCall.alarmAfter(minutes, alarm)).isEqualTo("ALARM");
        });
    onCall.assertAlert(alarm, "FIRING");
  }

  /** Calls until a breaker of any process has opened once more. */
  private static void opens(String breaker, Eventually.Assertion call) {
    var line = "The breaker of " + breaker + " opened";
    var before = count(line);
    Eventually.within(
        OnCall.SOON,
        () -> {
          call.check();
          assertThat(count(line)).isGreaterThan(before);
        });
  }

  private static int count(String text) {
    return cloud.output().split(text, -1).length;
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void queuesThatAreAwayAreToldOnceTheyAreBack() throws Exception {
    try (var _ = onCall.without("sqs")) {
      onCall.assertHealth(503, "queues", "UNHEALTHY");
      onCall.assertDeepHealth("queues", "UNHEALTHY");
      var status = cloud.get("/_local/status").json();
      assertThat(status.at("/servers/sqs").asText()).isEqualTo("AWAY");
      assertThat(status.path("queues").size()).isZero();

      assertThat(onCall.tryToWatch().status()).as("nothing takes the notice").isEqualTo(502);
      onCall.assertAlert("QueuesAway", "FIRING");
    }

    onCall.assertHealth(200, "queues", "HEALTHY");
    onCall.watch();
    onCall.assertAlert("QueuesAway", "RECOVERED");
    onCall.assertTold("QueuesAway", "RECOVERED", "SLACK", "PAGERDUTY", "EMAIL");
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void factsThatNoStreamTakesAreToldAndPublishedInTheEnd() throws Exception {
    try (var _ = onCall.without("kinesis")) {
      new Sabotage(cloud).execute(WAITING_FACT);
      assertThat(cloud.get("/_local/status").json().at("/servers/kinesis").asText())
          .isEqualTo("AWAY");
      cloud.post("/_local/schedules/RelayOutbox", "");
      onCall.assertHealth(200, "outbox", "DEGRADED");
      Eventually.within(
          OnCall.SOON,
          () ->
              assertThat(onCall.deepCheck("outbox").at("/details/lagSeconds").asInt())
                  .isGreaterThan(120));

      onCall.watch();
      onCall.assertAlert("OutboxLag", "FIRING");
    }

    Eventually.within(
        OnCall.SOON,
        () -> {
          cloud.post("/_local/schedules/RelayOutbox", "");
          onCall.watch();
          onCall.checkAlert("OutboxLag", "RECOVERED");
        });
    onCall.assertHealth(200, "outbox", "HEALTHY");
    onCall.assertTold("OutboxLag", "RECOVERED", "SLACK", "PAGERDUTY", "EMAIL");
  }

  /** As a capability commits it, three minutes ago. */
  private static final String WAITING_FACT =
      """
      INSERT INTO outbox.events
        (id, stream, aggregate_type, aggregate, sequence, type, payload, occurred_at)
      VALUES (gen_random_uuid(), 'domain-events', 'test', gen_random_uuid()::text, 1, 'Tested',
              '{}', now() - interval '3 minutes')
      """;

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aProviderThatStaysAwayIsTold() {
    fault("down");
    Eventually.within(
        OnCall.SOON,
        () -> {
          scans(); // the board takes no notice while Redis is slow
          assertThat(circuit("goplus")).isEqualTo("OPEN");
        });
    rings("ProviderAway", 5, "goplus", AlertFlowIT::scans);

    fault("none");
    Eventually.within(
        OnCall.SOON,
        () -> {
          scans();
          assertThat(circuit("goplus")).isEqualTo("CLOSED");
        });
    onCall.assertOver(6, "ProviderAway");
    onCall.assertTold("ProviderAway", "RECOVERED", "SLACK", "EMAIL");
  }

  private static void fault(String fault) {
    var set = cloud.post("/_local/providers/goplus/fault", "{\"fault\":\"%s\"}".formatted(fault));
    assertThat(set.status()).as(set.text()).isBetween(200, 299);
  }

  /** As many as a breaker wants to fail, and as it lets through to see whether it may close. */
  private static void scans() throws IOException {
    new Sabotage(cloud).forget("pace:*");
    Stream.generate(() -> CompletableFuture.runAsync(AlertFlowIT::scan, THREADS))
        .limit(3)
        .toList()
        .forEach(CompletableFuture::join);
  }

  /** Of a token that nobody has asked for before, so that its sources are. */
  private static void scan() {
    var address = "0x" + UUID.randomUUID().toString().replace("-", "") + "00000000";
    cloud.get(
        "/v1/tokens/" + address + "/risk?chain=eip155:8453", "authorization", onCall.operator());
  }

  private static String circuit(String name) {
    var circuits = cloud.get("/v1/circuits", "authorization", onCall.operator()).json();
    for (var circuit : circuits.path("items")) {
      if (circuit.path("circuit").asText().equals(name)) {
        return circuit.path("state").asText();
      }
    }
    return "";
  }

  private static SqsClient sqs() {
    return SqsClient.builder()
        .endpointOverride(cloud.sqs())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }
}
