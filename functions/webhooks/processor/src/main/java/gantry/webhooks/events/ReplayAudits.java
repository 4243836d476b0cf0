package gantry.webhooks.events;

import gantry.lambda.RequestId;
import gantry.lambda.UuidV7;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;

/** Writes the audit: the intent before anything is queued, then how far it came. */
@Singleton
final class ReplayAudits {
  private final PostgresReplayStore store;
  private final UuidV7 ids;
  private final JsonMapper json;
  private final Clock clock;

  ReplayAudits(PostgresReplayStore store, UuidV7 ids, JsonMapper json, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.json = json;
    this.clock = clock;
  }

  UUID begin(ReplayOrder order, int matched, int skipped) {
    var id = ids.next();
    store.insert(
        new ReplayAudit(
            id,
            order.caller().userId(),
            order.caller().tenant(),
            order.reason(),
            filter(order),
            order.dryRun(),
            matched,
            skipped,
            RequestId.current().orElse(null),
            clock.instant()));
    return id;
  }

  void progress(UUID id, int queued) {
    store.recordQueued(id, queued);
  }

  private String filter(ReplayOrder order) {
    try {
      return json.writeValueAsString(order.filter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
