package gantry.testing;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds the batches that a queue sends to a Lambda function; a queue named *.fifo is a FIFO queue.
 */
public final class SqsEvents {
  private static final String ARN =
      "arn:aws:sqs:" + SqsServer.REGION + ":" + SqsServer.ACCOUNT + ":";

  private final String queue;
  private final List<SQSMessage> messages = new ArrayList<>();

  private SqsEvents(String queue) {
    this.queue = queue;
  }

  public static SqsEvents from(String queue) {
    return new SqsEvents(queue);
  }

  /** One message of a standard queue. */
  public SqsEvents message(String id, String body) {
    return message(id, body, Map.of());
  }

  public SqsEvents message(String id, String body, Map<String, String> attributes) {
    messages.add(messageOf(id, body, attributes));
    return this;
  }

  /** One message of a FIFO queue; messages of one group stay in this order. */
  public SqsEvents message(String id, String group, String body, Map<String, String> attributes) {
    var message = messageOf(id, body, attributes);
    message.getAttributes().put("MessageGroupId", group);
    message.getAttributes().put("MessageDeduplicationId", id);
    message.getAttributes().put("SequenceNumber", "%020d".formatted(messages.size() + 1));
    messages.add(message);
    return this;
  }

  public SQSEvent event() {
    var event = new SQSEvent();
    event.setRecords(List.copyOf(messages));
    return event;
  }

  private SQSMessage messageOf(String id, String body, Map<String, String> attributes) {
    var message = new SQSMessage();
    message.setMessageId(id);
    message.setReceiptHandle("receipt-" + id);
    message.setBody(body);
    message.setEventSource("aws:sqs");
    message.setEventSourceArn(ARN + queue);
    message.setAwsRegion(SqsServer.REGION);
    message.setMessageAttributes(attributes(attributes));
    message.setAttributes(
        new HashMap<>(
            Map.of(
                "ApproximateReceiveCount", "1",
                "SentTimestamp", "1767225600000",
                "SenderId", SqsServer.ACCOUNT,
                "ApproximateFirstReceiveTimestamp", "1767225600001")));
    return message;
  }

  private static Map<String, MessageAttribute> attributes(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> attribute(entry.getValue())));
  }

  private static MessageAttribute attribute(String value) {
    var attribute = new MessageAttribute();
    attribute.setDataType("String");
    attribute.setStringValue(value);
    return attribute;
  }
}
