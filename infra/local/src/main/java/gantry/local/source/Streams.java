package gantry.local.source;

import gantry.local.template.StreamResource;
import java.time.Duration;
import java.util.Collection;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** The template's streams in Kinesis. */
public final class Streams {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final KinesisClient kinesis;
  private final Collection<StreamResource> streams;

  /** A stream and how many shards it really has. */
  public record Shards(String name, int shards) {}

  public Streams(KinesisClient kinesis, Collection<StreamResource> streams) {
    this.kinesis = kinesis;
    this.streams = streams;
  }

  /** Creates what is missing and waits until all can be written. */
  public void create() {
    streams.stream().filter(stream -> status(stream).equals("MISSING")).forEach(this::create);
    streams.forEach(this::awaitActive);
  }

  private void create(StreamResource stream) {
    kinesis.createStream(request -> request.streamName(stream.name()).shardCount(stream.shards()));
  }

  private void awaitActive(StreamResource stream) {
    while (!status(stream).equals(StreamStatus.ACTIVE.toString())) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private String status(StreamResource stream) {
    try {
      return kinesis
          .describeStreamSummary(request -> request.streamName(stream.name()))
          .streamDescriptionSummary()
          .streamStatusAsString();
    } catch (ResourceNotFoundException e) {
      return "MISSING";
    }
  }

  public Collection<Shards> shards() {
    return streams.stream().map(this::shards).toList();
  }

  private Shards shards(StreamResource stream) {
    var open =
        kinesis
            .describeStreamSummary(request -> request.streamName(stream.name()))
            .streamDescriptionSummary()
            .openShardCount();
    return new Shards(stream.id(), open);
  }
}
