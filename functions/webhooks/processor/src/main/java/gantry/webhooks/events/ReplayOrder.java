package gantry.webhooks.events;

import gantry.identity.Caller;
import java.util.Map;

/** Who wants a replay, why, and of what. */
record ReplayOrder(Caller caller, String reason, Map<String, String> filter, boolean dryRun) {
  ReplayOrder {
    filter = Map.copyOf(filter);
  }
}
