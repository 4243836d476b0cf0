package gantry.fakefollowers.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** An audit as its owner sees it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditView(
    UUID id,
    String creator,
    String platform,
    State state,
    long total,
    long scored,
    double progress,
    Instant createdAt,
    Summary summary) {
  /** Whether more can come, or is on its way. */
  enum State {
    OPEN,
    SCORING,
    DONE
  }

  static AuditView of(StoredAudit audit, BatchTotals totals, Summary summary) {
    return new AuditView(
        audit.id(),
        audit.creator(),
        audit.platform(),
        state(audit, totals),
        totals.total(),
        totals.scored(),
        totals.total() == 0 ? 1 : (double) totals.scored() / totals.total(),
        audit.createdAt(),
        summary);
  }

  private static State state(StoredAudit audit, BatchTotals totals) {
    if (audit.isOpen()) {
      return State.OPEN;
    }
    return totals.waiting() == 0 ? State.DONE : State.SCORING;
  }
}
