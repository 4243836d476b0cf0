package gantry.webhooks;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import gantry.testing.FakeContext;
import gantry.testing.SqsServer;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Hands queued messages to the real handler and deletes what it did not report, as Lambda does; as
 * a program it does so until it is killed or its parent is gone.
 */
final class QueuePoller {
  private static final String ARN = "arn:aws:sqs:" + SqsServer.REGION + ":0:inbox.fifo";

  private final SqsClient sqs;
  private final String queue;
  private final ProcessWebhookHandler handler;
  private volatile boolean stopped;

  QueuePoller(ApplicationContext context, String queue) {
    this.sqs = context.getBean(SqsClient.class);
    this.queue = queue;
    this.handler = new ProcessWebhookHandler(context);
  }

  /** Arguments: database, SQS endpoint, inbox, dead-letter queue. */
  public static void main(String... args) throws Exception {
    var poller =
        new QueuePoller(TestProcessor.context(args[0], args[1], args[2], args[3]), args[2]);
    Thread.ofPlatform().daemon().start(poller::run);
    while (System.in.read() >= 0) {
      // The parent writes nothing; its end is ours.
    }
  }

  void run() {
    while (!stopped) {
      poll();
    }
  }

  void stop() {
    stopped = true;
  }

  private void poll() {
    var messages =
        sqs.receiveMessage(receive ->
                receive
                    .queueUrl(queue)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(1)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    if (!messages.isEmpty()) {
      handle(messages);
    }
  }

  private void handle(List<Message> messages) {
    var event = new SQSEvent();
    event.setRecords(messages.stream().map(QueuePoller::lambda).toList());
    var failed =
        handler.handleRequest(event, new FakeContext()).getBatchItemFailures().stream()
            .map(BatchItemFailure::getItemIdentifier)
            .toList();
    messages.stream()
        .filter(message -> !failed.contains(message.messageId()))
        .forEach(message ->
            sqs.deleteMessage(it -> it.queueUrl(queue).receiptHandle(message.receiptHandle())));
  }

  private static SQSMessage lambda(Message message) {
    var lambda = new SQSMessage();
    lambda.setMessageId(message.messageId());
    lambda.setReceiptHandle(message.receiptHandle());
    lambda.setBody(message.body());
    lambda.setEventSourceArn(ARN);
    lambda.setAttributes(new HashMap<>(message.attributesAsStrings()));
    lambda.setMessageAttributes(
        message.messageAttributes().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> attribute(entry.getValue()))));
    return lambda;
  }

  private static MessageAttribute attribute(MessageAttributeValue value) {
    var attribute = new MessageAttribute();
    attribute.setDataType(value.dataType());
    attribute.setStringValue(value.stringValue());
    return attribute;
  }
}
