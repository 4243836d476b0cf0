package gantry.local.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gantry.local.function.InvocationOutcome;
import gantry.local.function.InvocationOutcome.Failed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * What Lambda tells an on-failure destination: where the records are, not what they hold.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">On-failure
 *     destination</a>
 */
record FailedBatch(String functionArn, String streamArn, String shard, List<Record> records) {
  private static final JsonMapper MAPPER = new JsonMapper();

  enum Condition {
    RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
    RECORD_AGE_EXCEEDED("RecordAgeExceeded");

    private final String text;

    Condition(String text) {
      this.text = text;
    }
  }

  String message(Condition condition, int invocations, InvocationOutcome last) {
    var message = MAPPER.createObjectNode();
    message
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", functionArn)
        .put("condition", condition.text)
        .put("approximateInvokeCount", invocations);
    var response =
        message
            .putObject("responseContext")
            .put("statusCode", 200)
            .put("executedVersion", "$LATEST");
    if (last instanceof Failed) {
      response.put("functionError", "Unhandled");
    }
    message.put("version", "1.0").put("timestamp", text(Instant.now()));
    message
        .putObject("KinesisBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", records.getFirst().sequenceNumber())
        .put("endSequenceNumber", records.getLast().sequenceNumber())
        .put("approximateArrivalOfFirstRecord", text(arrival(records.getFirst())))
        .put("approximateArrivalOfLastRecord", text(arrival(records.getLast())))
        .put("batchSize", records.size())
        .put("streamArn", streamArn);
    return message.toString();
  }

  private static Instant arrival(Record record) {
    return record.approximateArrivalTimestamp();
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
