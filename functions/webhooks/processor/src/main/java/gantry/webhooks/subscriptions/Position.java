package gantry.webhooks.subscriptions;

import gantry.webhooks.subscriptions.Told.Origin;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a state stands among the others of its subscription. The provider's time decides; of one
 * time an answer of the provider's own beats what it sent, and then the more terminal status wins.
 */
record Position(Instant clock, int authority, int ahead) {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /**
   * A time far ahead of ours would make everything true that comes later look old. Such a state
   * counts, but right behind what is known, and so does one without a time.
   */
  static Position of(Told told, @Nullable SubscriptionRow known) {
    var fetched = told.source().origin() == Origin.FETCHED;
    var time = told.providerTime();
    if (time == null || time.isAfter(told.source().receivedAt().plus(TOLERANCE))) {
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
