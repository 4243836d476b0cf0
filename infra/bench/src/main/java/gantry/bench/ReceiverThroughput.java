package gantry.bench;

import gantry.testing.SqsServer;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Signed webhooks per second through the receiver's handler: one JVM on one core ({@code taskset}),
 * ElasticMQ in another JVM, this one, which keeps to the other cores.
 *
 * <p>Arguments: threads, seconds per round, rounds.
 */
public final class ReceiverThroughput {
  private static final String CORE = "0";

  private ReceiverThroughput() {}

  public static void main(String... args) throws IOException, InterruptedException {
    try (var sqs = SqsServer.start(0);
        var client = sqs.client()) {
      var queue =
          client.createQueue(request ->
              request
                  .queueName("bench-inbox.fifo")
                  .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")));
      var load = load(List.of(args));
      load.environment().putAll(environment(sqs.endpoint().toString(), queue.queueUrl()));
      var exit = load.start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("The load ended with " + exit);
      }
    }
  }

  private static ProcessBuilder load(List<String> args) {
    var java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    var command = new ArrayList<>(List.of("taskset", "-c", CORE, java, "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ReceiverLoad.class.getName());
    command.addAll(args);
    return new ProcessBuilder(command).inheritIO();
  }

  private static Map<String, String> environment(String endpoint, String queueUrl) {
    return Map.of(
        "WEBHOOK_INBOX_QUEUE_URL",
        queueUrl,
        "WEBHOOK_SECRETS",
        ReceiverLoad.SECRETS,
        "AWS_ENDPOINT_URL_SQS",
        endpoint,
        "AWS_REGION",
        SqsServer.REGION,
        "AWS_ACCESS_KEY_ID",
        "local",
        "AWS_SECRET_ACCESS_KEY",
        "local",
        "LOG_LEVEL",
        "ERROR");
  }
}
