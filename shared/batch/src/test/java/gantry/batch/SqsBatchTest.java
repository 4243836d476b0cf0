package gantry.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import gantry.lambda.RequestId;
import gantry.testing.SqsEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqsBatchTest {
  private final SqsBatch batch = new SqsBatch();
  private final List<String> tried = new ArrayList<>();

  @Test
  void onlyTheFailedMessageComesAgain() {
    var event = SqsEvents.from("work").message("a", "1").message("b", "bad").message("c", "3");

    assertThat(failures(event.event())).containsExactly("b");
    assertThat(tried).containsExactly("a", "b", "c");
  }

  @Test
  void aFailureHoldsBackItsGroupAndNoOther() {
    var event =
        SqsEvents.from("work.fifo")
            .message("a1", "a", "bad", Map.of())
            .message("b1", "b", "2", Map.of())
            .message("a2", "a", "3", Map.of())
            .message("b2", "b", "4", Map.of());

    assertThat(failures(event.event())).containsExactly("a1", "a2");
    assertThat(tried).containsExactly("a1", "b1", "b2");
  }

  @Test
  void aGroupOnAStandardQueueHoldsNothingBack() {
    var event =
        SqsEvents.from("work")
            .message("a1", "a", "bad", Map.of())
            .message("a2", "a", "2", Map.of());

    assertThat(failures(event.event())).containsExactly("a1");
    assertThat(tried).containsExactly("a1", "a2");
  }

  @Test
  void anEmptyEventSucceeds() {
    assertThat(failures(SqsEvents.from("work").event())).isEmpty();
    assertThat(failures(new SQSEvent())).isEmpty();
  }

  @Test
  void anErrorFailsItsOwnMessageOnly() {
    var event = SqsEvents.from("work").message("a", "deep").message("b", "2");

    assertThat(failures(event.event())).containsExactly("a");
    assertThat(tried).containsExactly("a", "b");
  }

  @Test
  void aJvmOutOfMemoryIsGivenUp() {
    var event = SqsEvents.from("work").message("a", "huge").message("b", "2").event();

    assertThatThrownBy(() -> failures(event)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void anIdThatComesTwiceIsReportedOnce() {
    var event = SqsEvents.from("work").message("a", "bad").message("a", "bad");

    assertThat(failures(event.event())).containsExactly("a");
    assertThat(tried).containsExactly("a", "a");
  }

  @Test
  void aFailureWithoutAnIdFailsTheBatch() {
    var message = new SQSMessage();
    message.setBody("bad");
    var event = new SQSEvent();
    event.setRecords(List.of(message));

    assertThat(failures(event)).containsExactly("");
  }

  @Test
  void eachMessageIsWorkedOnUnderItsOwnRequestId() {
    var seen = new ArrayList<String>();
    var event =
        SqsEvents.from("work")
            .message("a", "1", Map.of("requestId", "edge-1"))
            .message("b", "2", Map.of("requestId", "not well-formed"))
            .message("c", "3");

    try (var _ = RequestId.carry("invocation")) {
      batch.forEach(event.event(), _ -> seen.add(RequestId.current().orElse("none")));
    }

    assertThat(seen).containsExactly("edge-1", "invocation", "invocation");
  }

  private List<String> failures(SQSEvent event) {
    return ids(batch.forEach(event, this::work));
  }

  private static List<String> ids(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private void work(SQSMessage message) {
    tried.add(String.valueOf(message.getMessageId()));
    switch (message.getBody()) {
      case "bad" -> throw new IllegalStateException("bad");
      case "deep" -> throw new StackOverflowError();
      case "huge" -> throw new OutOfMemoryError("on purpose");
      default -> {}
    }
  }
}
