package gantry.batch;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries the records of a Kinesis batch in order and stops at the first failure, so that the shard
 * goes on from there.
 */
@Singleton
public final class KinesisBatch {
  /** Runs the action for each record of the event, up to the first that fails. */
  public StreamsEventResponse forEach(KinesisEvent event, Consumer<KinesisEventRecord> action) {
    for (var stored : records(event)) {
      var item = new BatchItem(sequenceNumber(stored), null);
      if (!item.succeeds(() -> action.accept(stored))) {
        return new StreamsEventResponse(List.of(new BatchItemFailure(item.reported())));
      }
    }
    return new StreamsEventResponse(List.of());
  }

  private static @Nullable String sequenceNumber(KinesisEventRecord stored) {
    var kinesis = stored.getKinesis();
    return kinesis == null ? null : kinesis.getSequenceNumber();
  }

  private static List<KinesisEventRecord> records(KinesisEvent event) {
    var records = event.getRecords();
    return records == null ? List.of() : records;
  }
}
