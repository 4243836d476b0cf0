package gantry.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Builds the batches that a stream sends to a Lambda function; sequence numbers count from 1. */
public final class KinesisEvents {
  private static final String SHARD = "shardId-000000000000";

  private final String stream;
  private final List<KinesisEventRecord> records = new ArrayList<>();

  private KinesisEvents(String stream) {
    this.stream = stream;
  }

  public static KinesisEvents from(String stream) {
    return new KinesisEvents(stream);
  }

  public KinesisEvents record(String partitionKey, String data) {
    return record(partitionKey, data.getBytes(UTF_8));
  }

  public KinesisEvents record(String partitionKey, byte[] data) {
    var content = new KinesisEvent.Record();
    content.setPartitionKey(partitionKey);
    content.setSequenceNumber(String.valueOf(records.size() + 1));
    content.setData(ByteBuffer.wrap(data));
    content.setKinesisSchemaVersion("1.0");
    content.setApproximateArrivalTimestamp(Date.from(Instant.parse("2026-01-01T00:00:00Z")));
    records.add(recordOf(content));
    return this;
  }

  public KinesisEvent event() {
    var event = new KinesisEvent();
    event.setRecords(List.copyOf(records));
    return event;
  }

  private KinesisEventRecord recordOf(KinesisEvent.Record content) {
    var item = new KinesisEventRecord();
    item.setKinesis(content);
    item.setEventID(SHARD + ":" + content.getSequenceNumber());
    item.setEventName("aws:kinesis:record");
    item.setEventSource("aws:kinesis");
    item.setEventSourceARN(
        "arn:aws:kinesis:" + SqsServer.REGION + ":" + SqsServer.ACCOUNT + ":stream/" + stream);
    item.setAwsRegion(SqsServer.REGION);
    return item;
  }
}
