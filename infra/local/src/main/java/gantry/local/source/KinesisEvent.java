package gantry.local.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * Records as the event that Lambda makes of them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Kinesis event</a>
 */
record KinesisEvent(String streamArn, String shard, String region) {
  private static final JsonMapper MAPPER = new JsonMapper();

  String of(List<Record> records) {
    var event = MAPPER.createObjectNode();
    var entries = event.putArray("Records");
    records.forEach(entry -> entries.add(entry(entry)));
    return event.toString();
  }

  private ObjectNode entry(Record record) {
    var entry = MAPPER.createObjectNode();
    entry
        .putObject("kinesis")
        .put("kinesisSchemaVersion", "1.0")
        .put("partitionKey", record.partitionKey())
        .put("sequenceNumber", record.sequenceNumber())
        .put("data", Base64.getEncoder().encodeToString(record.data().asByteArray()))
        .put("approximateArrivalTimestamp", seconds(record.approximateArrivalTimestamp()));
    return entry
        .put("eventSource", "aws:kinesis")
        .put("eventVersion", "1.0")
        .put("eventID", shard + ":" + record.sequenceNumber())
        .put("eventName", "aws:kinesis:record")
        .put("invokeIdentityArn", "arn:aws:iam::000000000000:role/local")
        .put("awsRegion", region)
        .put("eventSourceARN", streamArn);
  }

  private static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3);
  }
}
