package gantry.webhooks.events;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** How far a replay is, for the audit. */
@Serdeable
record ReplayState(UUID replay, int matched, int skipped, int queued) {
  static ReplayState ordered(Replay replay) {
    return new ReplayState(replay.replayId(), replay.matched(), replay.skipped(), 0);
  }

  ReplayState queued(int events) {
    return new ReplayState(replay, matched, skipped, events);
  }
}
