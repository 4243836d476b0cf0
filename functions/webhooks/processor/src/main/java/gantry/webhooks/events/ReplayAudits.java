package gantry.webhooks.events;

import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.lambda.UuidV7;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Writes the audit: the intent before anything is queued, then how far it came. */
@Singleton
final class ReplayAudits {
  private final Audit audit;
  private final UuidV7 ids;

  ReplayAudits(Audit audit, UuidV7 ids) {
    this.audit = audit;
    this.ids = ids;
  }

  UUID begin(ReplayOrder order, int matched, int skipped) {
    var state = new ReplayState(ids.next(), matched, skipped, 0);
    var details = new HashMap<>(order.filter());
    details.put("reason", order.reason());
    details.put("dryRun", Boolean.toString(order.dryRun()));
    details.put("matched", Integer.toString(matched));
    details.put("skipped", Integer.toString(skipped));
    audit.append(event(order, "replay.ordered", state, details).changing(null, state));
    return state.replay();
  }

  void end(ReplayOrder order, Replay replay, int queued) {
    var state = ReplayState.ordered(replay);
    var details = Map.of("queued", Integer.toString(queued));
    audit.append(
        event(order, "replay.queued", state, details).changing(state, state.queued(queued)));
  }

  private static AuditEvent event(
      ReplayOrder order, String action, ReplayState replay, Map<String, String> details) {
    var object = new AuditedObject("webhook-replay", replay.replay().toString());
    return AuditEvent.of(order.actor(), action, object, details);
  }
}
