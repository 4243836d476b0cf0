package gantry.fakefollowers.audit;

import gantry.fakefollowers.batch.BatchJson;
import gantry.fakefollowers.model.Verdict;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows an audit, its followers and how far it has come. */
@Singleton
final class ViewAudit {
  private final PostgresAuditStore audits;
  private final PostgresScoreStore scores;
  private final BatchJson json;

  ViewAudit(PostgresAuditStore audits, PostgresScoreStore scores, BatchJson json) {
    this.audits = audits;
    this.scores = scores;
    this.json = json;
  }

  /** The totals first: what is scored in between is in the summary at worst too early. */
  AuditView view(VisibleAudit audit) {
    var id = audit.stored().id();
    var totals = audits.totals(id);
    return AuditView.of(audit.stored(), totals, Summary.of(audits.tallies(id)));
  }

  FollowerPage page(
      VisibleAudit audit, @Nullable Verdict verdict, FollowerCursor after, int limit) {
    var found =
        scores.page(
            audit.stored().id(),
            verdict == null ? null : verdict.name(),
            after.batch(),
            after.place(),
            limit + 1);
    // One more than the limit was asked for: it only tells that there is more.
    var shown = found.subList(0, Math.min(limit, found.size()));
    var next = found.size() > limit ? FollowerCursor.of(shown.getLast()).text() : null;
    return new FollowerPage(shown.stream().map(this::view).toList(), next);
  }

  private FollowerView view(KnownFollower known) {
    return FollowerView.of(json.readFollower(known.result()), known);
  }

  /** Followers by twentieths of their probability. */
  List<Long> histogram(VisibleAudit audit) {
    var numbers = Summary.kind(audits.tallies(audit.stored().id()), Tallies.CHANCE);
    return IntStream.range(0, Tallies.COLUMNS)
        .mapToObj(column -> numbers.getOrDefault(String.valueOf(column), 0L))
        .toList();
  }

  long waitingBatches() {
    return audits.countWaiting();
  }
}
