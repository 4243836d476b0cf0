package gantry.tokenscan.watches;

import gantry.providers.Deadline;
import gantry.tokenscan.AskedToken;
import gantry.tokenscan.AssessToken;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks at watched tokens whose turn it is, as many as its time allows. */
@Singleton
final class RescanWatches {
  private static final Duration AT_MOST = Duration.ofSeconds(45);

  /** One look, the wait for the sources' pace included. */
  private static final Duration ONE = Duration.ofSeconds(20);

  private final PostgresWatchStore store;
  private final AssessToken assessToken;
  private final RecordLook recordLook;

  RescanWatches(PostgresWatchStore store, AssessToken assessToken, RecordLook recordLook) {
    this.store = store;
    this.assessToken = assessToken;
    this.recordLook = recordLook;
  }

  /** How many were looked at. */
  int rescan() {
    var end = Deadline.in(AT_MOST);
    var looks = 0;
    while (end.left().compareTo(ONE) > 0) {
      var due = store.claimDue();
      if (due.isEmpty()) {
        return looks;
      }
      look(due.getFirst());
      looks++;
    }
    return looks;
  }

  private void look(Watch watch) {
    recordLook.record(watch, assessToken.assess(new AskedToken.Known(watch.token())).getFirst());
  }
}
