package gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsPersistenceTest {
  private static final List<String> BODIES =
      IntStream.range(0, 30).mapToObj(String::valueOf).toList();

  @Test
  void acknowledgedMessagesSurviveAKillInTheirOrder(@TempDir Path folder) throws IOException {
    int port = Ports.free();
    try (var sqs = SqsServer.client(URI.create("http://127.0.0.1:" + port))) {
      var first = SqsProcess.start(folder, port);
      var url = createFifoQueue(sqs);
      BODIES.forEach(body -> send(sqs, url, body));
      receive(sqs, url, 2);
      first.kill();

      var second = SqsProcess.start(folder, port);

      assertThat(receive(sqs, url, BODIES.size() - 2)).isEqualTo(BODIES.subList(2, BODIES.size()));
      second.stop(Duration.ofSeconds(5));
    }
  }

  private static String createFifoQueue(SqsClient sqs) {
    return sqs.createQueue(queue ->
            queue
                .queueName("kept.fifo")
                .attributes(
                    Map.of(
                        QueueAttributeName.FIFO_QUEUE, "true",
                        QueueAttributeName.VISIBILITY_TIMEOUT, "60")))
        .queueUrl();
  }

  private static void send(SqsClient sqs, String url, String body) {
    sqs.sendMessage(message ->
        message
            .queueUrl(url)
            .messageBody(body)
            .messageGroupId("group")
            .messageDeduplicationId(body));
  }

  /** Receives and deletes this many messages. */
  private static List<String> receive(SqsClient sqs, String url, int count) {
    var bodies = new ArrayList<String>();
    while (bodies.size() < count) {
      int wanted = Math.min(10, count - bodies.size());
      var batch =
          sqs.receiveMessage(
                  request -> request.queueUrl(url).maxNumberOfMessages(wanted).waitTimeSeconds(5))
              .messages();
      assertThat(batch).isNotEmpty();
      for (var message : batch) {
        bodies.add(message.body());
        sqs.deleteMessage(done -> done.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }
}
