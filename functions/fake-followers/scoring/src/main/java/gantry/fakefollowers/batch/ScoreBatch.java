package gantry.fakefollowers.batch;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Makes of one message what goes onto the stream, as a rule one record. */
@Singleton
public final class ScoreBatch {
  private static final int LARGEST_RECORD = 200_000;

  private final ScoreFollowers scoreFollowers;

  ScoreBatch(ScoreFollowers scoreFollowers) {
    this.scoreFollowers = scoreFollowers;
  }

  /** A message that is no batch throws, and comes to the dead-letter queue in the end. */
  public List<ScoredRecord> score(String message) {
    var batch = BatchMessage.read(message);
    var results = scoreFollowers.score(batch.followers().wellFormed());
    var records = new ArrayList<ScoredRecord>();
    addRecords(batch, results, records);
    return records;
  }

  /** Halves what does not fit; the first piece also tells of the malformed items. */
  private void addRecords(
      FollowerBatch batch, List<ScoredFollower> results, List<ScoredRecord> records) {
    var piece = records.size();
    var malformed = piece == 0 ? batch.followers().malformed() : List.<Malformed>of();
    var scored = new ScoredBatch(batch.audit(), batch.number(), piece, results, malformed);
    var bytes = ScoredBatchText.of(scored);
    if (bytes.length <= LARGEST_RECORD || results.size() <= 1) {
      records.add(new ScoredRecord(scored.key(), bytes));
      return;
    }
    var middle = results.size() / 2;
    addRecords(batch, results.subList(0, middle), records);
    addRecords(batch, results.subList(middle, results.size()), records);
  }
}
