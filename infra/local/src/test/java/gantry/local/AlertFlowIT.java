package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What goes wrong is shown, told and, when it is over, told to be over. */
@Execution(ExecutionMode.CONCURRENT)
class AlertFlowIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String ALERTS = "/v1/alerts";
  private static final String WATCH = "/_local/schedules/WatchAlertsEveryMinute";

  private static Path home;
  private static RunningCloud cloud;
  private static String operator;

  @BeforeAll
  static void start() throws Exception {
    home = Files.createTempDirectory(Path.of("target"), "alert-").toAbsolutePath();
    cloud = RunningCloud.start(home);
    operator = cloud.bearer("admin");
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aDeadLetterIsToldAcknowledgedAndToldToBeOver() {
    try (var sqs = sqs()) {
      var dead = sqs.getQueueUrl(q -> q.queueName("gantry-webhook-inbox-dead-letter.fifo"));
      sqs.sendMessage(send ->
          send.queueUrl(dead.queueUrl())
              .messageBody("{}")
              .messageGroupId("g")
              .messageDeduplicationId(UUID.randomUUID().toString()));

      watch();
      assertTold("FIRING");
      assertThat(alert().path("severity").asText()).isEqualTo("HIGH");
      assertThat(acknowledge().path("acknowledgedBy").asText()).isEqualTo("op-1");

      sqs.purgeQueue(purge -> purge.queueUrl(dead.queueUrl()));
      watch();
      assertTold("RECOVERED");
    }
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aHungDatabaseTurnsHealthRedAndIsToldWithoutIt() throws Exception {
    try (var _ = Stopped.all(home, "postgres")) {
      assertHealth(503, "database", "UNHEALTHY");
      Eventually.within(
          SOON,
          () -> {
            cloud.post(WATCH, "");
            assertThat(cloud.output()).contains("PAGERDUTY was told of DatabaseAway: FIRING");
          });
    }

    assertHealth(200, "database", "HEALTHY");
    Eventually.within(
        SOON,
        () -> {
          watch();
          assertThat(cloud.output()).contains("PAGERDUTY was told of DatabaseAway: RECOVERED");
        });
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void aHungRedisDegradesHealthAndNothingElse() {
    try (var _ = Stopped.all(home, "redis-server")) {
      assertHealth(200, "redis", "UNHEALTHY");
      assertThat(cloud.get(ALERTS, "authorization", operator).status()).isEqualTo(200);
    }

    assertHealth(200, "redis", "HEALTHY");
  }

  private static void assertHealth(int status, String component, String health) {
    Eventually.within(
        SOON,
        () -> {
          var answer = cloud.get("/v1/health");
          assertThat(answer.status()).as(answer.text()).isEqualTo(status);
          assertThat(answer.text())
              .contains("{\"name\":\"%s\",\"status\":\"%s\"}".formatted(component, health));
        });
  }

  /** The schedule's minute is not waited for. */
  private static void watch() {
    var fired = cloud.post(WATCH, "");
    assertThat(fired.status()).as(fired.text()).isBetween(200, 299);
  }

  private static void assertTold(String state) {
    Eventually.within(
        SOON,
        () -> {
          assertThat(alert().path("state").asText()).isEqualTo(state);
          assertThat(cloud.output())
              .contains(
                  "SLACK was told of WebhookInboxDeadLetters: " + state,
                  "PAGERDUTY was told of WebhookInboxDeadLetters: " + state,
                  "EMAIL was told of WebhookInboxDeadLetters: " + state);
        });
  }

  private static JsonNode alert() {
    for (var alert : cloud.get(ALERTS, "authorization", operator).json().path("items")) {
      if (alert.path("rule").asText().equals("WebhookInboxDeadLetters")) {
        return alert;
      }
    }
    throw new AssertionError("No alert yet");
  }

  private static JsonNode acknowledge() {
    var path = ALERTS + "/" + alert().path("id").asText() + "/acknowledge";
    return cloud.post(path, "", "authorization", operator).json();
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
