package gantry.operations.deadletters;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Messages of a queue, taken in hand and put back, moved or deleted. */
@Singleton
final class Letters {
  private static final int AT_ONCE = 10;

  /** A look asks few of SQS' servers: only several in vain mean that there is nothing. */
  private static final int LOOKS = 3;

  /** Whoever dies with letters in his hand holds them back no longer. */
  private static final int HELD_SECONDS = 30;

  private final SqsClient sqs;

  Letters(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** Up to ten, which nobody else sees meanwhile. */
  List<Message> take(String address) {
    for (var look = 0; look < LOOKS; look++) {
      var found =
          sqs.receiveMessage(request ->
                  request
                      .queueUrl(address)
                      .maxNumberOfMessages(AT_ONCE)
                      .visibilityTimeout(HELD_SECONDS)
                      .messageAttributeNames("All")
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  void putBack(String address, List<Message> letters) {
    letters.forEach(letter ->
        sqs.changeMessageVisibility(request ->
            request.queueUrl(address).receiptHandle(letter.receiptHandle()).visibilityTimeout(0)));
  }

  /** Sent before it is deleted: a crash in between leaves it twice, which consumers bear. */
  void move(Message letter, String from, String to) {
    sqs.sendMessage(copy(letter, to));
    delete(letter, from);
  }

  void delete(Message letter, String address) {
    sqs.deleteMessage(request -> request.queueUrl(address).receiptHandle(letter.receiptHandle()));
  }

  private static SendMessageRequest copy(Message letter, String to) {
    var request =
        SendMessageRequest.builder()
            .queueUrl(to)
            .messageBody(letter.body())
            .messageAttributes(letter.messageAttributes());
    if (to.endsWith(".fifo")) {
      // A new id: within five minutes the old one would be swallowed as a duplicate.
      request
          .messageGroupId(letter.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
          .messageDeduplicationId(UUID.randomUUID().toString());
    }
    return request.build();
  }
}
