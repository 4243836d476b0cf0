package gantry.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreCrashedWebhookHandlerTest {
  private final TestProcessor processor = TestProcessor.start();

  @AfterEach
  void stop() {
    processor.close();
  }

  @Test
  void anEventThatKilledItsProcessorIsFailedWithACopyAndNeverRun() {
    var handler = processor.context().getBean(ScriptedHandler.class);
    handler.script =
        _ -> {
          throw new AssertionError("It was run");
        };
    var delivery = Webhooks.scripted("msg-1", "r1");

    assertThat(processor.storeCrashed(delivery)).isEmpty();

    assertThat(processor.event(delivery))
        .containsEntry("state", "FAILED")
        .containsEntry("reason", "crashed")
        .containsEntry("attempts", 0);
    var copy = processor.deadLetters().getFirst();
    assertThat(copy.body()).isEqualTo(delivery.body().base64());
    assertThat(copy.attributes()).containsEntry("reason", "crashed");
  }

  @Test
  void anAppliedEventStaysApplied() {
    var delivery = Webhooks.scripted("msg-1", "r1");
    processor.process(delivery);

    assertThat(processor.storeCrashed(delivery)).isEmpty();

    assertThat(processor.event(delivery)).containsEntry("state", "APPLIED");
    assertThat(processor.deadLetters()).isEmpty();
  }
}
