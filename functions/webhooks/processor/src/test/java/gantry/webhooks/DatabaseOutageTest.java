package gantry.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageTest {
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  @Test
  void whatComesInWhilePostgresIsDownIsAppliedAfterwardsAndNotCountedAsAnAttempt(
      @TempDir Path folder) {
    try (var server = PostgresServer.start(folder, 0);
        var processor = TestProcessor.on(server)) {
      var poller = new QueuePoller(processor.context(), processor.queues().inbox);
      var thread = Thread.ofPlatform().start(poller::run);
      send(processor, "before", 20);
      awaitApplied(processor, 20);

      server.stop();
      var down = Instant.now();
      for (var i = 0; i < 10; i++) {
        send(processor, "during-" + i, 10);
        awaitOutage(down, OUTAGE.dividedBy(10).multipliedBy(i + 1));
      }
      server.start();

      awaitApplied(processor, 120);
      poller.stop();
      join(thread);
      assertThat(processor.value("SELECT max(attempts) FROM webhooks.events")).isEqualTo(0);
      assertThat(processor.value("SELECT max(duplicates) FROM webhooks.events")).isEqualTo(0);
      assertThat(processor.deadLetters()).isEmpty();
    }
  }

  private static void send(TestProcessor processor, String name, int events) {
    for (var i = 0; i < events; i++) {
      processor.queues().send(Webhooks.scripted(name + "-" + i, "r" + i).toMessage());
    }
  }

  private static void awaitApplied(TestProcessor processor, long events) {
    Eventually.within(
        Duration.ofSeconds(90),
        () ->
            assertThat(
                    processor.value("SELECT count(*) FROM webhooks.events WHERE state = 'APPLIED'"))
                .isEqualTo(events));
  }

  private static void awaitOutage(Instant start, Duration length) {
    Eventually.within(
        length, () -> assertThat(Duration.between(start, Instant.now())).isGreaterThan(length));
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
