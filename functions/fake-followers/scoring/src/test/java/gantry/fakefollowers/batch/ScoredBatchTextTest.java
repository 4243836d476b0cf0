package gantry.fakefollowers.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.fakefollowers.model.Follower;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoredBatchTextTest {
  @Test
  void aBatchIsWrittenLetterForLetterAsTheOthersReadAndWriteIt() {
    try (var context = ApplicationContext.run()) {
      var followers =
          List.of(
              Follower.named("rahul_1", "\"राहुल\"\\ \u2028\t😀"),
              new Follower("x88137", "", 3L, 7000L, 0L, false, true, 0),
              Follower.named("", ""));
      var indexed =
          IntStream.range(0, followers.size())
              .mapToObj(i -> new IndexedFollower(i, followers.get(i)))
              .toList();
      var results = context.getBean(ScoreFollowers.class).score(indexed);
      var audit = new AuditRef(UUID.randomUUID(), "acme", "u", "@c", "x");
      var batch =
          new ScoredBatch(audit, 7, 1, results, List.of(new Malformed(3, "is no JSON object")));

      var text = ScoredBatchText.of(batch);

      var json = context.getBean(BatchJson.class);
      assertThat(new String(text, UTF_8)).isEqualTo(json.write(batch));
      assertThat(json.readBatch(text)).isEqualTo(batch);
    }
  }
}
