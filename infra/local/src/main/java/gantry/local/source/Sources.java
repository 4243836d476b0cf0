package gantry.local.source;

import gantry.local.function.Functions;
import gantry.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All event sources of the template, running. */
public final class Sources implements AutoCloseable {
  private final List<QueueSource> running = new ArrayList<>();

  public static Sources start(
      Template.Events events, Functions functions, SqsClient sqs, String region) {
    var sources = new Sources();
    for (var event : events.queues()) {
      var name = event.queueArn().substring(event.queueArn().lastIndexOf(':') + 1);
      var url = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
      var source = new QueueSource(event, functions.get(event.function()), sqs, url, region);
      source.start();
      sources.running.add(source);
    }
    return sources;
  }

  @Override
  public void close() {
    running.forEach(QueueSource::close);
  }
}
