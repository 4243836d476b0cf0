package gantry.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** A stream that refuses records as a test wants it, which no emulator does. */
final class FakeStream implements KinesisClient {
  final List<List<PutRecordsRequestEntry>> calls = new ArrayList<>();
  final List<PutRecordsRequestEntry> accepted = new ArrayList<>();
  volatile Predicate<PutRecordsRequestEntry> refuses = _ -> false;
  volatile boolean answerIsLost;

  @Override
  public synchronized PutRecordsResponse putRecords(PutRecordsRequest request) {
    calls.add(request.records());
    var results = request.records().stream().map(this::answer).toList();
    if (answerIsLost) {
      throw new IllegalStateException("killed before the answer was noted");
    }
    return PutRecordsResponse.builder().records(results).build();
  }

  private PutRecordsResultEntry answer(PutRecordsRequestEntry entry) {
    if (refuses.test(entry)) {
      return PutRecordsResultEntry.builder()
          .errorCode("ProvisionedThroughputExceededException")
          .build();
    }
    accepted.add(entry);
    return PutRecordsResultEntry.builder().sequenceNumber("1").shardId("s").build();
  }

  @Override
  public String serviceName() {
    return "kinesis";
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
