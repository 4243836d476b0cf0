package gantry.fakefollowers.audit;

import gantry.fakefollowers.audit.AuditView.State;
import gantry.fakefollowers.batch.BatchJson;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events for answers that end: each holds what is new since the last event, and when to
 * come again, later the more batches wait. An event's id is what it told.
 */
@Singleton
final class ProgressEvents {
  private static final long SOONEST_MILLIS = 1_000;
  private static final long LATEST_MILLIS = 15_000;
  private static final long MILLIS_PER_BATCH = 10;

  private final BatchJson json;

  ProgressEvents(BatchJson json) {
    this.json = json;
  }

  @Serdeable
  record Progress(State state, long total, long scored, double progress) {}

  /** Empty when the last event told that the audit is done: then nobody need come again. */
  Optional<String> since(@Nullable String lastEventId, AuditView audit, long waitingBatches) {
    var id = audit.state() + "-" + audit.scored() + "-" + audit.total();
    var isKnown = id.equals(lastEventId);
    if (isKnown && audit.state() == State.DONE) {
      return Optional.empty();
    }
    var retry = "retry: " + retryMillis(waitingBatches) + "\n\n";
    return Optional.of(isKnown ? retry : retry + event(id, audit));
  }

  private String event(String id, AuditView audit) {
    var progress = new Progress(audit.state(), audit.total(), audit.scored(), audit.progress());
    var name = audit.state() == State.DONE ? "done" : "progress";
    return "id: " + id + "\nevent: " + name + "\ndata: " + json.write(progress) + "\n\n";
  }

  private static long retryMillis(long waitingBatches) {
    return Math.min(LATEST_MILLIS, SOONEST_MILLIS + MILLIS_PER_BATCH * waitingBatches);
  }
}
