package gantry.local.source;

import gantry.local.function.Invocable;
import gantry.local.source.StreamBatch.Outlet;
import gantry.local.template.QueueEvent;
import gantry.local.template.StreamEvent;
import gantry.local.template.Template;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All queue and stream event sources of the template, running. */
public final class Sources implements AutoCloseable {
  /** How long work under way may take when the cloud stops; what is left is delivered again. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Backing backing;
  private final Invocable.Lookup functions;
  private final List<Loop> loops = new ArrayList<>();

  /** The services behind the sources, and where they keep how far they are. */
  public record Backing(SqsClient sqs, KinesisClient kinesis, String region, Path checkpoints) {}

  private Sources(Backing backing, Invocable.Lookup functions) {
    this.backing = backing;
    this.functions = functions;
  }

  public static Sources start(Template.Events events, Invocable.Lookup functions, Backing backing) {
    var sources = new Sources(backing, functions);
    events.queues().forEach(sources::startQueue);
    events.streams().forEach(sources::startStream);
    return sources;
  }

  private void startQueue(QueueEvent event) {
    var function = functions.get(event.function());
    var source =
        new QueueSource(event, function, backing.sqs(), url(event.queueArn()), backing.region());
    loops.add(source.start());
  }

  private String url(String queueArn) {
    var name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
    return backing.sqs().getQueueUrl(request -> request.queueName(name)).queueUrl();
  }

  private void startStream(StreamEvent event) {
    var loop = new Loop(event.function() + "/" + event.id());
    loops.add(loop);
    var shards =
        backing.kinesis().listShards(request -> request.streamARN(event.streamArn())).shards();
    for (var shard : shards) {
      loop.start(reader(event, shard, loop)::step);
    }
  }

  private ShardReader reader(StreamEvent event, Shard shard, Loop loop) {
    var folder = backing.checkpoints().resolve(event.function() + "-" + event.id());
    var checkpoints = new Checkpoints(folder);
    var id = shard.shardId();
    var outlet =
        new Outlet(
            done -> checkpoints.keep(id, done.sequenceNumber()), failure -> report(event, failure));
    var lambdaEvent = new KinesisEvent(event.streamArn(), id, backing.region());
    var batch = new StreamBatch(event, functions.get(event.function()), lambdaEvent, outlet);
    var position = new ShardPosition(event, id, backing.kinesis(), checkpoints);
    return new ShardReader(event, position, batch, loop);
  }

  private void report(StreamEvent event, String failure) {
    event
        .retries()
        .failureQueueArn()
        .map(this::url)
        .ifPresent(url ->
            backing.sqs().sendMessage(request -> request.queueUrl(url).messageBody(failure)));
  }

  @Override
  public void close() {
    loops.forEach(Loop::stop);
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    loops.forEach(loop -> loop.awaitEnd(Duration.ofNanos(deadline - System.nanoTime())));
  }
}
