package gantry.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import gantry.batch.Plan.Item;
import gantry.batch.Plan.Outcome;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 100,000 random batches end as the oracle says; the seed makes a failure repeatable. */
class BatchOracleTest {
  private static final int BATCHES = 100_000;
  private static final long SEED = 20_261_121;

  private final PrintStream out = System.out;

  /** Some hundred thousand failures are logged. */
  @BeforeEach
  void mute() {
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
  }

  @AfterEach
  void unmute() {
    System.setOut(out);
  }

  @Test
  void standardQueuesTryEverything() {
    forAll(plan -> assertThat(sqs(plan, "arn:aws:sqs:x:1:work")).isEqualTo(plan.standard()));
  }

  @Test
  void fifoQueuesHoldBackTheGroupsOfFailures() {
    forAll(plan -> assertThat(sqs(plan, "arn:aws:sqs:x:1:work.fifo")).isEqualTo(plan.fifo()));
  }

  @Test
  void streamsStopAtTheFirstFailure() {
    forAll(plan -> assertThat(kinesis(plan)).isEqualTo(plan.kinesis()));
  }

  private static void forAll(Consumer<Plan> check) {
    var random = new Random(SEED);
    for (var i = 0; i < BATCHES; i++) {
      check.accept(Plan.random(random));
    }
  }

  private static Outcome sqs(Plan plan, String queue) {
    var tried = new ArrayList<String>();
    var event = new SQSEvent();
    event.setRecords(plan.items().stream().map(item -> message(item, queue)).toList());
    var response =
        new SqsBatch()
            .forEach(
                event,
                message -> {
                  tried.add(message.getMessageId());
                  failIfTold(message.getBody());
                });
    return new Outcome(
        tried,
        response.getBatchItemFailures().stream()
            .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
            .toList());
  }

  private static Outcome kinesis(Plan plan) {
    var tried = new ArrayList<String>();
    var event = new KinesisEvent();
    event.setRecords(plan.items().stream().map(BatchOracleTest::stored).toList());
    var response =
        new KinesisBatch()
            .forEach(
                event,
                stored -> {
                  tried.add(stored.getKinesis().getSequenceNumber());
                  failIfTold(stored.getEventName());
                });
    return new Outcome(
        tried,
        response.getBatchItemFailures().stream()
            .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
            .toList());
  }

  private static SQSMessage message(Item item, String queue) {
    var message = new SQSMessage();
    message.setMessageId(item.id());
    message.setEventSourceArn(queue);
    message.setBody(String.valueOf(item.fails()));
    message.setAttributes(Map.of("MessageGroupId", item.group()));
    return message;
  }

  private static KinesisEventRecord stored(Item item) {
    var content = new KinesisEvent.Record();
    content.setSequenceNumber(item.id());
    var stored = new KinesisEventRecord();
    stored.setKinesis(content);
    stored.setEventName(String.valueOf(item.fails()));
    return stored;
  }

  private static void failIfTold(String fails) {
    if (Boolean.parseBoolean(fails)) {
      throw new Planned();
    }
  }

  /** Without a stack trace, which would take longer than the loop. */
  private static final class Planned extends RuntimeException {
    private static final long serialVersionUID = 1;

    Planned() {
      super("planned", null, false, false);
    }
  }
}
