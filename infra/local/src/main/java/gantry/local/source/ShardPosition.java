package gantry.local.source;

import gantry.local.template.StreamEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Where the reading of one shard stands. */
final class ShardPosition {
  private static final String SINCE = "since ";

  private final StreamEvent source;
  private final String shard;
  private final KinesisClient kinesis;
  private final Checkpoints checkpoints;
  private @Nullable String iterator;

  ShardPosition(StreamEvent source, String shard, KinesisClient kinesis, Checkpoints checkpoints) {
    this.source = source;
    this.shard = shard;
    this.kinesis = kinesis;
    this.checkpoints = checkpoints;
  }

  /** The next records, none when there are none yet. */
  List<Record> poll(int most) {
    var from = iterator == null ? firstIterator() : iterator;
    var response = kinesis.getRecords(request -> request.shardIterator(from).limit(most));
    iterator = response.nextShardIterator();
    return response.records();
  }

  /** Goes back to what the checkpoint says. */
  void rewind() {
    iterator = null;
  }

  private String firstIterator() {
    var request = GetShardIteratorRequest.builder().streamARN(source.streamArn()).shardId(shard);
    var position = checkpoints.find(shard).orElseGet(this::startingPosition);
    if (position.isEmpty()) {
      request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    } else if (position.startsWith(SINCE)) {
      request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP);
      request.timestamp(Instant.parse(position.substring(SINCE.length())));
    } else {
      request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER);
      request.startingSequenceNumber(position);
    }
    return kinesis.getShardIterator(request.build()).shardIterator();
  }

  /** "Latest" means since the first start, so that nothing is missed while the cloud is stopped. */
  private String startingPosition() {
    if (source.fromHorizon()) {
      return "";
    }
    var now = SINCE + Instant.now();
    checkpoints.keep(shard, now);
    return now;
  }
}
