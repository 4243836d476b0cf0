package gantry.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import gantry.webhooks.handler.Decision.Applied;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a real queue whose own visibility time-out is a minute. */
class PostponedMessagesTest {
  private final TestProcessor processor = TestProcessor.start();

  private final QueuePoller poller = new QueuePoller(processor.context(), processor.queues().inbox);

  private final Thread thread = Thread.ofPlatform().start(poller::run);

  @AfterEach
  void stop() throws InterruptedException {
    poller.stop();
    thread.join();
    processor.close();
  }

  @Test
  void aFailedEventAndWhatWaitsBehindItComeAgainAfterItsDelayAndNotAfterTheQueues() {
    var failures = new AtomicInteger();
    processor.context().getBean(ScriptedHandler.class).script =
        _ -> {
          if (failures.incrementAndGet() <= 3) {
            throw new IllegalStateException("not yet");
          }
          return new Applied();
        };
    var start = Instant.now();

    for (var i = 0; i < 4; i++) {
      processor.queues().send(Webhooks.scripted("msg-" + i, "r1").toMessage());
    }

    Eventually.within(
        Duration.ofSeconds(40),
        () ->
            assertThat(
                    processor.value("SELECT count(*) FROM webhooks.events WHERE state = 'APPLIED'"))
                .isEqualTo(4L));
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(40));
    assertThat(processor.value("SELECT sum(attempts) FROM webhooks.events")).hasToString("3");
  }
}
