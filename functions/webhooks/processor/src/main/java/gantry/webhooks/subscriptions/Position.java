package gantry.webhooks.subscriptions;

import gantry.webhooks.subscriptions.Told.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a state stands among the others of its subscription. The provider's time decides; of one
 * time an answer of the provider's own beats what it sent, and then the more terminal status wins.
 */
record Position(Instant clock, int authority, int ahead) {
  /** A state without a time that can be believed counts, but right behind what is known. */
  static Position of(Told told, @Nullable SubscriptionRow known) {
    var fetched = told.source().origin() == Origin.FETCHED;
    var time = told.providerTime();
    if (time == null) {
      return known == null
          ? new Position(Instant.EPOCH, 0, 1)
          : new Position(known.clock(), known.authority() + (fetched ? 1 : 0), 1);
    }
    return new Position(time, fetched ? authority(time, known) : 0, 0);
  }

  private static int authority(Instant time, @Nullable SubscriptionRow known) {
    return known != null && known.clock().equals(time) ? known.authority() + 1 : 1;
  }
}
