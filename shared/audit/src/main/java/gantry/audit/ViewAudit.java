package gantry.audit;

import gantry.postgres.TimeCursor;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows the audit, newest first. */
@Singleton
public final class ViewAudit {
  private final PostgresAuditStore events;

  ViewAudit(PostgresAuditStore events) {
    this.events = events;
  }

  public List<AuditedEvent> newestFirst(AuditFilter filter, TimeCursor before, int limit) {
    return events
        .newestFirst(
            filter.tenant(),
            filter.actor(),
            filter.action(),
            filter.objectType(),
            filter.object(),
            filter.from(),
            filter.to(),
            before.at(),
            before.id(),
            limit)
        .stream()
        .map(AuditedEvent::of)
        .toList();
  }
}
