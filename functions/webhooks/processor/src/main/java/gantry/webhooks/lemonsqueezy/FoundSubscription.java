package gantry.webhooks.lemonsqueezy;

import gantry.webhooks.payload.RawBody;

/** What the provider says of a subscription. */
public sealed interface FoundSubscription {
  record Shown(RawBody document) implements FoundSubscription {}

  /** The provider knows no such subscription, or shows it to nobody with our key. */
  record Missing() implements FoundSubscription {}

  /** The provider answers, but not about this one. */
  record Unknown() implements FoundSubscription {}

  /** The provider answers nobody, or not us: it need not be asked about others now. */
  record Away() implements FoundSubscription {}
}
