package gantry.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KilledProcessorTest {
  private static final int EVENTS = 200;

  private final TestDatabase database = TestDatabase.on(PostgresServer.shared());
  private final TestQueues queues = new TestQueues(2);
  private @Nullable Process processor;

  @AfterEach
  void stop() {
    kill();
    queues.close();
  }

  @Test
  void killedInTheMiddleNothingIsLostAndNothingHappensTwice() throws Exception {
    for (var i = 0; i < EVENTS; i++) {
      queues.send(Webhooks.lemonSqueezy(order(i)).toMessage());
    }

    for (var applied : List.of(40, 120)) {
      start();
      awaitApplied(applied);
      kill();
    }
    start();
    awaitApplied(EVENTS);

    assertThat(count("webhooks.events WHERE state <> 'APPLIED'")).isZero();
    assertThat(count("webhooks.events WHERE attempts > 0 OR duplicates > 0")).isZero();
    assertThat(count("webhooks.order_entries")).isEqualTo(EVENTS);
    assertThat(count("outbox.events")).isEqualTo(EVENTS);
    assertThat(queues.take(queues.deadLetters)).isEmpty();
  }

  private void start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    processor =
        new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                QueuePoller.class.getName(),
                database.url(),
                SqsServer.shared().endpoint().toString(),
                queues.inbox,
                queues.deadLetters)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /** SIGKILL. */
  private void kill() {
    if (processor != null) {
      processor.destroyForcibly().onExit().join();
    }
  }

  private void awaitApplied(int least) {
    Eventually.within(
        Duration.ofSeconds(90),
        () ->
            assertThat(count("webhooks.events WHERE state = 'APPLIED'"))
                .isGreaterThanOrEqualTo(least));
  }

  private long count(String rows) {
    var count = database.value("SELECT count(*) FROM " + rows);
    return count instanceof Long number ? number : -1;
  }

  private static String order(int number) {
    return """
    {"meta":{"event_name":"order_created","test_mode":false},
     "data":{"type":"orders","id":"%d","attributes":{"currency":"EUR","total":100,
     "refunded_amount":0,"status":"paid","updated_at":"2026-11-21T10:00:00.000000Z"}}}
    """
        .formatted(number);
  }
}
