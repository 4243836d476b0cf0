package gantry.webhooks.lemonsqueezy;

import gantry.webhooks.payload.RawBody;

/** What the provider says of a subscription. */
public sealed interface FoundSubscription {
  record Shown(RawBody document) implements FoundSubscription {}

  /** The provider knows no such subscription, or shows it to nobody with our key. */
  record Missing() implements FoundSubscription {}

  /** Nobody knows. */
  record Unknown() implements FoundSubscription {}
}
