package gantry.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import gantry.testing.KinesisEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinesisBatchTest {
  private final List<String> tried = new ArrayList<>();

  @Test
  void theBatchStopsAtTheFirstFailure() {
    var event = KinesisEvents.from("facts").record("a", "1").record("b", "bad").record("c", "bad");

    assertThat(failures(event.event())).containsExactly("2");
    assertThat(tried).containsExactly("1", "2");
  }

  @Test
  void aBatchWithoutFailureReportsNone() {
    var event = KinesisEvents.from("facts").record("a", "1").record("b", "2");

    assertThat(failures(event.event())).isEmpty();
    assertThat(tried).containsExactly("1", "2");
  }

  @Test
  void anEmptyEventSucceeds() {
    assertThat(failures(new KinesisEvent())).isEmpty();
  }

  private List<String> failures(KinesisEvent event) {
    var response =
        new KinesisBatch()
            .forEach(
                event,
                item -> {
                  tried.add(item.getKinesis().getSequenceNumber());
                  if (item.getKinesis().getData().remaining() == "bad".length()) {
                    throw new IllegalStateException("bad");
                  }
                });
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }
}
