package gantry.deferral;

import gantry.lambda.RequestId;
import io.micronaut.context.BeanProvider;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The FIFO queue in which writes wait, a message group for each subject. */
@Singleton
final class DeferralQueue {
  static final String ID = "id";
  static final String KIND = "kind";
  static final String SUBJECT = "subject";

  private final BeanProvider<SqsClient> sqs;
  private final DeferralConfig config;
  private final JsonMapper json;

  DeferralQueue(BeanProvider<SqsClient> sqs, DeferralConfig config, JsonMapper json) {
    this.sqs = sqs;
    this.config = config;
    this.json = json;
  }

  void send(UUID id, DeferrableWrite write) {
    var body = body(write);
    sqs.get()
        .sendMessage(send ->
            send.queueUrl(config.requiredQueue())
                .messageBody(body)
                .messageAttributes(attributes(id, write))
                .messageGroupId(write.group())
                .messageDeduplicationId(id.toString()));
  }

  private String body(DeferrableWrite write) {
    try {
      return json.writeValueAsString(write.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, MessageAttributeValue> attributes(UUID id, DeferrableWrite write) {
    var attributes = new HashMap<String, MessageAttributeValue>();
    attributes.put(ID, text(id.toString()));
    attributes.put(KIND, text(write.kind()));
    attributes.put(SUBJECT, text(write.subject()));
    RequestId.current().ifPresent(requestId -> attributes.put(RequestId.KEY, text(requestId)));
    return attributes;
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
