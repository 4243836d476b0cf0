package gantry.fakefollowers.batch;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.fakefollowers.TestRows;
import gantry.fakefollowers.classic.ScoreClassic;
import gantry.fakefollowers.model.Follower;
import gantry.fakefollowers.model.ScoreFollower;
import gantry.fakefollowers.names.KnownNames;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreBatchTest {
  @Test
  void aFullBatchOfUsualFollowersIsOneRecord() {
    var rows = TestRows.json("bench-300.jsonl");
    var followers =
        IntStream.range(0, FollowerBatch.MOST_FOLLOWERS)
            .mapToObj(i ->
                new IndexedFollower(
                    i,
                    follower(
                        rows.get(i % rows.size()).get("follower_handle").asText(),
                        rows.get(i % rows.size()).get("follower_full_name").asText())))
            .toList();
    var audit = new AuditRef(UUID.randomUUID(), "acme", "u", "@c", "instagram");
    var batch = new FollowerBatch(audit, 1, new Followers(followers, List.of()));

    var records = scoreBatch().score(BatchMessage.write(batch));

    assertThat(records).hasSize(1);
    assertThat(records.getFirst().content().length).isLessThan(120_000);
  }

  private static ScoreBatch scoreBatch() {
    var names = KnownNames.shipped();
    return new ScoreBatch(
        new ScoreFollowers(new ScoreClassic(names.own()), new ScoreFollower(names)));
  }

  private static Follower follower(String handle, String name) {
    return new Follower(handle, name, 1234L, 567L, 89L, true, false, 120);
  }
}
