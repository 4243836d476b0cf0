package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What Gantry counts on in SQS, whoever plays it. */
abstract class SqsContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration ALMOST_A_SECOND = Duration.ofMillis(900);

  private final SqsClient sqs = client();

  abstract SqsClient client();

  @AfterEach
  void close() {
    sqs.close();
  }

  @Test
  void aGroupComesInOrder() {
    var queue = fifo(Map.of());
    send(queue, "a", "a1");
    send(queue, "a", "a2");
    send(queue, "a", "a3");

    assertThat(bodies(receive(queue, 10))).containsExactly("a1", "a2", "a3");
  }

  @Test
  void aGroupWaitsForWhatIsInFlightAndOthersDoNot() {
    var queue = fifo(Map.of());
    send(queue, "a", "a1");
    var first = receive(queue, 1);
    send(queue, "a", "a2");
    send(queue, "b", "b1");

    var others = receive(queue, 10);
    delete(queue, first.getFirst());

    assertThat(bodies(others)).containsExactly("b1");
    assertThat(bodies(receive(queue, 10))).containsExactly("a2");
  }

  @Test
  void aFailedMessageComesBeforeItsSuccessors() {
    var queue = fifo(Map.of());
    send(queue, "a", "a1");
    send(queue, "a", "a2");
    var failed = receive(queue, 1).getFirst();

    sqs.changeMessageVisibility(change ->
        change.queueUrl(queue).receiptHandle(failed.receiptHandle()).visibilityTimeout(0));

    assertThat(bodies(receive(queue, 10))).containsExactly("a1", "a2");
  }

  @Test
  void aDeduplicationIdCountsOnce() {
    var queue = fifo(Map.of());
    for (var id : List.of("one", "one", "two")) {
      sqs.sendMessage(message ->
          message
              .queueUrl(queue)
              .messageBody("same")
              .messageGroupId("a")
              .messageDeduplicationId(id));
    }

    assertThat(receive(queue, 10)).hasSize(2);
  }

  @Test
  void aMessageNotDeletedComesAgainAfterItsVisibilityTimeout() {
    var queue = standard(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1"));
    sqs.sendMessage(message -> message.queueUrl(queue).messageBody("again"));
    var begin = System.nanoTime();
    receive(queue, 1);

    var again = awaitOne(queue);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(ALMOST_A_SECOND);
    assertThat(again.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
  }

  @Test
  void whatFailsTooOftenGoesToTheDeadLetterQueue() {
    var dead = standard(Map.of());
    var queue = standard(redriveTo(dead, 2));
    sqs.sendMessage(message -> message.queueUrl(queue).messageBody("poison"));

    Eventually.within(
        PATIENCE,
        () -> {
          assertThat(receive(queue, 1)).isEmpty();
          assertThat(count(dead)).isEqualTo(1);
        });

    assertThat(awaitOne(dead).body()).isEqualTo("poison");
  }

  @Test
  void aBatchTellsWhichOfItsEntriesFailed() {
    var queue = standard(Map.of());
    sqs.sendMessage(message -> message.queueUrl(queue).messageBody("one"));
    var received = receive(queue, 1).getFirst();

    var answer =
        sqs.deleteMessageBatch(batch ->
            batch
                .queueUrl(queue)
                .entries(entry("right", received.receiptHandle()), entry("wrong", "no-receipt")));

    assertThat(answer.successful()).extracting(entry -> entry.id()).containsExactly("right");
    assertThat(answer.failed()).extracting(entry -> entry.id()).containsExactly("wrong");
  }

  @Test
  void tenAttributesTravelWithAMessage() {
    var queue = standard(Map.of());
    var attributes =
        IntStream.range(0, 10)
            .boxed()
            .collect(Collectors.toMap(i -> "name-" + i, i -> text("värde {\"" + i + "\"}")));

    sqs.sendMessage(
        message -> message.queueUrl(queue).messageBody("x").messageAttributes(attributes));

    assertThat(awaitOne(queue).messageAttributes()).isEqualTo(attributes);
  }

  @Test
  void aWebhookOfTheLargestSizeTravelsExactly() {
    var queue = fifo(Map.of());
    var bytes = new byte[256 * 1024];
    new Random(1).nextBytes(bytes);

    send(queue, "a", Base64.getEncoder().encodeToString(bytes));

    assertThat(Base64.getDecoder().decode(awaitOne(queue).body())).isEqualTo(bytes);
  }

  private String standard(Map<QueueAttributeName, String> attributes) {
    var name = "contract-" + UUID.randomUUID();
    return sqs.createQueue(queue -> queue.queueName(name).attributes(attributes)).queueUrl();
  }

  private String fifo(Map<QueueAttributeName, String> attributes) {
    var name = "contract-" + UUID.randomUUID() + ".fifo";
    var all = new HashMap<>(attributes);
    all.put(QueueAttributeName.FIFO_QUEUE, "true");
    return sqs.createQueue(queue -> queue.queueName(name).attributes(all)).queueUrl();
  }

  private Map<QueueAttributeName, String> redriveTo(String dead, int maxReceiveCount) {
    var policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
            .formatted(attribute(dead, QueueAttributeName.QUEUE_ARN), maxReceiveCount);
    return Map.of(
        QueueAttributeName.REDRIVE_POLICY, policy, QueueAttributeName.VISIBILITY_TIMEOUT, "0");
  }

  private int count(String queue) {
    return Integer.parseInt(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  private String attribute(String queue, QueueAttributeName name) {
    var answer = sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(name));
    return answer.attributes().getOrDefault(name, "");
  }

  private void send(String queue, String group, String body) {
    sqs.sendMessage(message ->
        message
            .queueUrl(queue)
            .messageBody(body)
            .messageGroupId(group)
            .messageDeduplicationId(UUID.randomUUID().toString()));
  }

  private List<Message> receive(String queue, int most) {
    return sqs.receiveMessage(receive ->
            receive
                .queueUrl(queue)
                .maxNumberOfMessages(most)
                .messageAttributeNames("All")
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private Message awaitOne(String queue) {
    var received = new ArrayList<Message>();
    Eventually.within(
        PATIENCE,
        () -> {
          received.addAll(receive(queue, 1));
          assertThat(received).isNotEmpty();
        });
    return received.getFirst();
  }

  private void delete(String queue, Message message) {
    sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
  }

  private static DeleteMessageBatchRequestEntry entry(String id, String receipt) {
    return DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(receipt).build();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static List<String> bodies(List<Message> messages) {
    return messages.stream().map(Message::body).toList();
  }
}
