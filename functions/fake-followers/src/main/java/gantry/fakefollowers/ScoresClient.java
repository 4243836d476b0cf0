package gantry.fakefollowers;

import gantry.fakefollowers.batch.ScoredRecord;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** Puts scored batches on the stream {@code follower-scores}. */
@Singleton
final class ScoresClient {
  /** Ten times 200 kB stay far below what one call may hold. */
  private static final int MOST_RECORDS = 20;

  private static final int TRIES = 4;

  private final BeanProvider<KinesisClient> kinesis;
  private final StreamConfig config;

  ScoresClient(BeanProvider<KinesisClient> kinesis, StreamConfig config) {
    this.kinesis = kinesis;
    this.config = config;
  }

  /** Only refused records go again; answers those that were refused to the last. */
  List<ScoredRecord> put(List<ScoredRecord> records) {
    var refused = new ArrayList<ScoredRecord>();
    for (var from = 0; from < records.size(); from += MOST_RECORDS) {
      var some = records.subList(from, Math.min(records.size(), from + MOST_RECORDS));
      refused.addAll(putSome(some));
    }
    return refused;
  }

  private List<ScoredRecord> putSome(List<ScoredRecord> records) {
    var left = records;
    for (var attempt = 0; attempt < TRIES && !left.isEmpty(); attempt++) {
      left = putOnce(left);
    }
    return left;
  }

  private List<ScoredRecord> putOnce(List<ScoredRecord> records) {
    var entries = records.stream().map(ScoresClient::entry).toList();
    var answer =
        kinesis.get().putRecords(put -> put.streamName(config.required()).records(entries));

    var refused = new ArrayList<ScoredRecord>();
    for (var i = 0; i < records.size(); i++) {
      if (answer.records().get(i).errorCode() != null) {
        refused.add(records.get(i));
      }
    }
    return refused;
  }

  private static PutRecordsRequestEntry entry(ScoredRecord scored) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(scored.key())
        .data(SdkBytes.fromByteArrayUnsafe(scored.json()))
        .build();
  }
}
