package gantry.postgres;

import gantry.postgres.SessionFactory.Opened;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the servers answered to one look around; what comes too late is closed. */
final class PrimaryCandidates {
  private final List<Candidate> candidates = new ArrayList<>();
  private @Nullable SQLException refusal;
  private boolean isOver;

  /** A server that calls itself the primary. */
  record Candidate(String url, Opened opened) {}

  synchronized void add(String url, Opened opened) {
    var candidate = new Candidate(url, opened);
    candidates.add(candidate);
    if (isOver) {
      close(candidate);
    }
  }

  /** One that cannot be reached tells more than a standby, which is as it should be. */
  synchronized void refused(SQLException why) {
    if (refusal == null || DatabaseFailure.classify(refusal) == DatabaseFailure.WRONG_ROLE) {
      refusal = why;
    }
  }

  /** The one of the newest epoch, unless a newer is known; all others are closed. */
  synchronized Optional<Candidate> best(long newest) {
    isOver = true;
    var best =
        candidates.stream()
            .filter(candidate -> candidate.opened().epoch() >= newest)
            .max(Comparator.comparingLong(candidate -> candidate.opened().epoch()));
    candidates.stream().filter(each -> !best.equals(Optional.of(each))).forEach(this::close);
    return best;
  }

  synchronized SQLException nobody() {
    var why = refusal;
    return new SQLException(
        "No server is the primary of the newest epoch",
        why == null ? DatabaseFailure.UNABLE_TO_CONNECT : why.getSQLState(),
        why);
  }

  private void close(Candidate candidate) {
    try {
      candidate.opened().connection().close();
    } catch (SQLException e) {
      refused(e);
    }
  }
}
