package gantry.local;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.SqsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** What a running cloud has published, as a consumer of its stream reads it. */
final class DomainEvents implements AutoCloseable {
  private static final String STREAM = "gantry-domain-events";

  private final KinesisClient kinesis;

  DomainEvents(URI kinesis) {
    this.kinesis =
        KinesisClient.builder()
            .endpointOverride(kinesis)
            .region(Region.of(SqsServer.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  /** From the stream's beginning, in order within each aggregate. */
  List<JsonNode> ofType(String type) {
    return kinesis.listShards(list -> list.streamName(STREAM)).shards().stream()
        .map(Shard::shardId)
        .flatMap(shard -> records(shard).stream())
        .map(DomainEvents::json)
        .filter(event -> event.path("type").asText().equals(type))
        .toList();
  }

  private List<Record> records(String shard) {
    var beginning =
        kinesis.getShardIterator(from ->
            from.streamName(STREAM)
                .shardId(shard)
                .shardIteratorType(ShardIteratorType.TRIM_HORIZON));
    return kinesis.getRecords(get -> get.shardIterator(beginning.shardIterator())).records();
  }

  private static JsonNode json(Record record) {
    try {
      return RunningCloud.JSON.readTree(record.data().asByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kinesis.close();
  }
}
