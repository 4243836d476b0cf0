package gantry.local.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gantry.local.template.QueueEvent;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Messages as the event that Lambda makes of them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">SQS event</a>
 */
final class SqsEvent {
  private static final JsonMapper MAPPER = new JsonMapper();

  private SqsEvent() {}

  static String of(List<Message> messages, QueueEvent source, String region) {
    var event = MAPPER.createObjectNode();
    var records = event.putArray("Records");
    messages.forEach(message -> records.add(record(message, source.queueArn(), region)));
    return event.toString();
  }

  private static ObjectNode record(Message message, String queueArn, String region) {
    var entry =
        MAPPER
            .createObjectNode()
            .put("messageId", message.messageId())
            .put("receiptHandle", message.receiptHandle())
            .put("body", message.body());
    var attributes = entry.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    var custom = entry.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> custom.set(name, attribute(value)));
    return entry
        .put("md5OfMessageAttributes", message.md5OfMessageAttributes())
        .put("md5OfBody", message.md5OfBody())
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", queueArn)
        .put("awsRegion", region);
  }

  private static ObjectNode attribute(MessageAttributeValue value) {
    var attribute = MAPPER.createObjectNode();
    if (value.stringValue() != null) {
      attribute.put("stringValue", value.stringValue());
    }
    if (value.binaryValue() != null) {
      var bytes = value.binaryValue().asByteArray();
      attribute.put("binaryValue", Base64.getEncoder().encodeToString(bytes));
    }
    attribute.putArray("stringListValues");
    attribute.putArray("binaryListValues");
    return attribute.put("dataType", value.dataType());
  }
}
