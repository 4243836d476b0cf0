package gantry.bench.followers;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** Takes every record and forgets it: what is measured ends where the network begins. */
@Primary
@Singleton
@Requires(property = NothingStream.PROPERTY)
final class NothingStream implements KinesisClient {
  static final String PROPERTY = "gantry.bench.stream";
  private static final PutRecordsResultEntry TAKEN =
      PutRecordsResultEntry.builder().sequenceNumber("1").build();

  long bytes;

  @Override
  public PutRecordsResponse putRecords(PutRecordsRequest request) {
    request.records().forEach(entry -> bytes += entry.data().asByteArrayUnsafe().length);
    return PutRecordsResponse.builder()
        .records(request.records().stream().map(_ -> TAKEN).toList())
        .build();
  }

  @Override
  public String serviceName() {
    return "kinesis";
  }

  @Override
  public void close() {}
}
