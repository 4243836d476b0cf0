package gantry.fakefollowers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import gantry.fakefollowers.batch.AuditRef;
import gantry.fakefollowers.batch.BatchJson;
import gantry.fakefollowers.batch.BatchMessage;
import gantry.fakefollowers.batch.FollowerBatch;
import gantry.fakefollowers.batch.Followers;
import gantry.fakefollowers.batch.IndexedFollower;
import gantry.fakefollowers.batch.ScoreBatch;
import gantry.fakefollowers.model.Follower;
import gantry.testing.KinesisEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AggregateScoresHandlerTest {
  private static TestModule module;
  private static AggregateScoresHandler handler;

  private final AuditRef audit =
      new AuditRef(UUID.randomUUID(), "acme", "u-1", "@creator", "instagram");

  @BeforeAll
  static void start() {
    module = new TestModule();
    handler = new AggregateScoresHandler(module.context());
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  @Test
  void recordsOfBothFormatsAreStoredAndPoisonIsPassedOver() {
    var json = module.bean(BatchJson.class);
    var before = json.write(json.readBatch(record(0)));
    var event =
        KinesisEvents.from("follower-scores")
            .record("a", before)
            .record("a", "{}")
            .record("a", "{\"format\":2}")
            .record("a", record(1));

    assertThat(failed(event)).isEmpty();
    assertThat(stored()).containsExactly("0", "1");
  }

  @Test
  void aLaterVersionsRecordHoldsItsShardUntilThatVersionReadsIt() throws IOException {
    var later = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(later)) {
      zip.write("{\"format\":3}".getBytes(UTF_8));
    }
    var event =
        KinesisEvents.from("follower-scores")
            .record("a", record(0))
            .record("a", later.toByteArray())
            .record("a", record(1));

    assertThat(failed(event)).containsExactly("2");
    assertThat(stored()).containsExactly("0");
  }

  private byte[] record(int number) {
    var one = new IndexedFollower(0, Follower.named("rahul_" + number, "Rahul"));
    var batch = new FollowerBatch(audit, number, new Followers(List.of(one), List.of()));
    return module.bean(ScoreBatch.class).score(BatchMessage.write(batch)).getFirst().content();
  }

  private static List<String> failed(KinesisEvents event) {
    return handler.execute(event.event()).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private List<String> stored() {
    return module.query(
        "SELECT batch FROM followers.followers WHERE audit = '%s' ORDER BY batch"
            .formatted(audit.id()));
  }
}
