package gantry.webhooks.grants;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import gantry.testing.FakeContext;
import gantry.testing.SqsEvents;
import gantry.webhooks.TestProcessor;
import java.util.List;
import java.util.Map;

/** The queue of grants. */
public final class TestGrants {
  private TestGrants() {}

  /** The ids of messages that come again; the only message's is 0. */
  public static List<String> handle(TestProcessor processor, String message) {
    var event = SqsEvents.from("access-grants.fifo");
    event.message("0", "group", message, Map.of());
    return new RecordGrantHandler(processor.context())
        .handleRequest(event.event(), new FakeContext()).getBatchItemFailures().stream()
            .map(BatchItemFailure::getItemIdentifier)
            .toList();
  }
}
