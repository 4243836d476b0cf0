package gantry.operations.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A message as an operator sees it; ten long ones would not fit into an answer. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record LetterView(
    String id, @Nullable String group, Instant sentAt, int receives, String body, boolean cut) {
  private static final int SHOWN = 4_000;

  static LetterView of(Message letter) {
    var attributes = letter.attributes();
    var body = letter.body();
    return new LetterView(
        letter.messageId(),
        attributes.get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
        Instant.ofEpochMilli(
            Long.parseLong(
                attributes.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))),
        Integer.parseInt(
            attributes.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "0")),
        body.substring(0, Math.min(SHOWN, body.length())),
        body.length() > SHOWN);
  }
}
