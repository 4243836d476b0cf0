package gantry.webhooks.events;

import gantry.audit.Actor;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.UUID;

/** A wish to replay one event that waits for the database. */
@Serdeable
record ReplayLater(UUID event, String tenant, String user, String reason) {
  static ReplayLater of(UUID event, ReplayOrder order) {
    return new ReplayLater(event, order.actor().tenant(), order.actor().id(), order.reason());
  }

  ReplayOrder order() {
    return new ReplayOrder(new Actor(tenant, user), reason, Map.of("id", event.toString()), false);
  }
}
