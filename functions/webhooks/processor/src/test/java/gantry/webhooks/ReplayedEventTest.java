package gantry.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.SqsEvents;
import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Decision.Applied;
import gantry.webhooks.handler.Decision.Parked;
import gantry.webhooks.receiver.WebhookDelivery;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayedEventTest {
  private final TestProcessor processor = TestProcessor.start();
  private final ScriptedHandler handler = processor.context().getBean(ScriptedHandler.class);
  private final WebhookDelivery delivery = Webhooks.scripted("msg-1", "r1");

  @AfterEach
  void stop() {
    processor.close();
  }

  @Test
  void aParkedEventIsDecidedAgain() {
    handler.script = _ -> new Parked("unknown-plan");
    processor.process(delivery);
    handler.script = _ -> new Applied();

    assertThat(replay(UUID.randomUUID())).isEmpty();

    assertThat(processor.event(delivery))
        .containsEntry("state", "APPLIED")
        .containsEntry("reason", null)
        .containsEntry("duplicates", 0);
  }

  @Test
  void anAppliedEventIsNotRunAgain() {
    processor.process(delivery);
    var runs = new AtomicInteger();
    handler.script =
        _ -> {
          runs.incrementAndGet();
          return new Applied();
        };

    assertThat(replay(UUID.randomUUID())).isEmpty();

    assertThat(runs).hasValue(0);
  }

  @Test
  void aFailedEventBeginsItsAttemptsAnew() {
    handler.script = _ -> failing();
    for (var attempt = 0; attempt < 5; attempt++) {
      processor.process(delivery);
    }
    assertThat(processor.event(delivery)).containsEntry("state", "FAILED");
    assertThat(processor.deadLetters()).hasSize(1);

    var replay = UUID.randomUUID();
    for (var attempt = 1; attempt <= 4; attempt++) {
      assertThat(replay(replay)).containsExactly(0);
      assertThat(processor.event(delivery)).containsEntry("attempts", attempt);
    }
    assertThat(replay(replay)).isEmpty();

    assertThat(processor.event(delivery)).containsEntry("state", "FAILED");
    assertThat(processor.deadLetters())
        .as("with the bytes of the event, not of the replay")
        .extracting(copy -> copy.body())
        .containsExactly(delivery.body().base64());
  }

  @Test
  void aReplayHandedOutAgainAfterItsEndChangesNothing() {
    handler.script = _ -> new Parked("unknown-plan");
    processor.process(delivery);
    var replay = UUID.randomUUID();
    replay(replay);
    var decided = processor.event(delivery).get("decided_at");
    handler.script = _ -> new Applied();

    replay(replay);

    assertThat(processor.event(delivery))
        .containsEntry("state", "PARKED")
        .containsEntry("decided_at", decided);
  }

  @Test
  void aDeadLetterCopyThatWasNotSentIsSentWhenTheMessageComesAgain() {
    handler.script = _ -> failing();
    for (var attempt = 0; attempt < 5; attempt++) {
      processor.process(delivery);
    }
    processor.deadLetters();
    processor.execute(
        "UPDATE webhooks.events SET dead_lettered_at = NULL,"
            + " decided_at = decided_at + interval '1 hour'");

    assertThat(processor.process(delivery)).isEmpty();

    assertThat(processor.event(delivery).get("dead_lettered_at")).isNotNull();
    assertThat(processor.deadLetters()).hasSize(1);
  }

  @Test
  void aReplayOfNothingIsDropped() {
    assertThat(replay(UUID.randomUUID())).isEmpty();
  }

  private List<Integer> replay(UUID replay) {
    var attributes =
        Map.of("id", replay.toString(), "replayOf", delivery.id().toString(), "requestId", "r-2");
    var event =
        SqsEvents.from("inbox.fifo").message("0", delivery.groupId(), "replay", attributes).event();
    return TestProcessor.positions(processor.handle(event));
  }

  private static Decision failing() {
    throw new IllegalStateException("broken");
  }
}
