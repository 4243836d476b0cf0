package gantry.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.receiver.WebhookDelivery;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class ConcurrentCopiesTest {
  private static final TestProcessor processor = TestProcessor.start();

  @AfterAll
  static void stop() {
    processor.close();
  }

  @RepeatedTest(20)
  void ofFiftyCopiesAtTheSameTimeOneIsAppliedAndTheRestAreDuplicates(RepetitionInfo repetition)
      throws Exception {
    var event = "msg-" + repetition.getCurrentRepetition();
    var copies =
        IntStream.range(0, 50).mapToObj(_ -> Webhooks.scripted(event, "r" + event)).toList();

    try (var threads = Executors.newFixedThreadPool(50)) {
      var running = copies.stream().map(copy -> threads.submit(() -> untilDone(copy))).toList();
      for (var each : running) {
        each.get();
      }
    }

    var where = " FROM webhooks.events WHERE identity = '" + event + "'";
    assertThat(processor.value("SELECT state || ' ' || duplicates" + where))
        .isEqualTo("APPLIED 49");
    assertThat(processor.deadLetters()).isEmpty();
  }

  /** Sixteen connections for fifty threads: who gets none in time is handed out again. */
  private static void untilDone(WebhookDelivery copy) {
    while (!processor.process(copy).isEmpty()) {
      Thread.onSpinWait();
    }
  }
}
