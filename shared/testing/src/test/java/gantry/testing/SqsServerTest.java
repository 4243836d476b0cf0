package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsServerTest {
  @Test
  void aMessageOfOneMebibyteIsTheLargest() {
    try (var sqs = SqsServer.shared().client()) {
      var url = sqs.createQueue(queue -> queue.queueName("large")).queueUrl();

      sqs.sendMessage(message -> message.queueUrl(url).messageBody("x".repeat(1 << 20)));

      assertThat(url).isEqualTo(SqsServer.shared().queueUrl("large"));
      assertThatThrownBy(() ->
              sqs.sendMessage(
                  message -> message.queueUrl(url).messageBody("x".repeat((1 << 20) + 1))))
          .isInstanceOf(SqsException.class);
    }
  }
}
