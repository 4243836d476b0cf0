package gantry.webhooks.events;

import gantry.audit.Actor;
import java.util.Map;

/** Who wants a replay, why, and of what. */
record ReplayOrder(Actor actor, String reason, Map<String, String> filter, boolean dryRun) {
  ReplayOrder {
    filter = Map.copyOf(filter);
  }
}
