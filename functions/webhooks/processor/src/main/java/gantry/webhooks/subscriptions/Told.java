package gantry.webhooks.subscriptions;

import gantry.webhooks.handler.Claimant;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells of a subscription, when by the provider's clock if that can be believed, and
 * how we came to know.
 */
record Told(
    SubscriptionKey key,
    SubscriptionState state,
    @Nullable Instant providerTime,
    @Nullable Claimant claimant,
    Source source) {
  /** The event, and whether we asked for it. */
  record Source(UUID event, Origin origin) {}

  enum Origin {
    /** The provider sent it. */
    WEBHOOK,
    /** The provider answered when it was asked, and knows better than what it sent. */
    FETCHED
  }
}
