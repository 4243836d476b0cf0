package gantry.fakefollowers.audit;

import gantry.fakefollowers.batch.BatchJson;
import gantry.fakefollowers.batch.ScoredBatch;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Adds a batch's followers to an audit: rows, duplicates, summary. Whoever comes into a group that
 * another transaction has just joined waits for that one's commit, so that its members are counted
 * exactly, and older members are judged anew when their number passes a threshold.
 */
@Singleton
final class ScoredRows {
  private final PostgresScoreStore store;
  private final BatchJson json;

  ScoredRows(PostgresScoreStore store, BatchJson json) {
    this.store = store;
    this.json = json;
  }

  /** In the transaction that claimed the batch. */
  void add(ScoredBatch batch) {
    var audit = batch.audit().id();
    var tallies = new Tallies();
    tallies.addMalformed(batch.malformed().size());
    if (!batch.results().isEmpty()) {
      addFollowers(batch, tallies);
    }
    store.addToTallies(audit, json.write(tallies.rows()));
  }

  private void addFollowers(ScoredBatch batch, Tallies tallies) {
    var audit = batch.audit().id();
    var arrived = batch.results().stream().map(one -> FollowerRow.of(batch.batch(), one)).toList();
    var added = DuplicateLevels.added(arrived);
    var levels = DuplicateLevels.of(added, store.addToGroups(audit, json.write(added)));
    var rows = arrived.stream().map(row -> row.at(levels.of(row))).toList();
    store.insert(audit, json.write(rows.stream().map(this::stored).toList()));
    rows.forEach(tallies::add);
    if (!levels.crossed().isEmpty()) {
      judgeAnew(audit, levels, tallies);
    }
  }

  private StoredFollower stored(FollowerRow row) {
    return row.stored(json.writeFollower(row.result()));
  }

  private void judgeAnew(UUID audit, DuplicateLevels levels, Tallies tallies) {
    var members = store.lockMembers(audit, json.write(levels.crossed())).stream().map(this::row);
    var older = members.filter(row -> !levels.of(row).equals(row.duplicates())).toList();
    var changed = older.stream().map(row -> row.at(levels.of(row))).toList();
    older.forEach(tallies::remove);
    changed.forEach(tallies::add);
    if (!changed.isEmpty()) {
      store.update(audit, json.write(changed.stream().map(row -> row.stored(null)).toList()));
    }
  }

  private FollowerRow row(KnownFollower known) {
    var row = FollowerRow.of(known.batch(), json.readFollower(known.result()));
    return row.at(known.duplicates());
  }
}
