package gantry.webhooks.reconciler;

import gantry.providers.Deadline;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.subscriptions.SubscriptionKey;

/** A provider that can be asked what a subscription is like. */
interface SubscriptionSource {
  Provider provider();

  /** Whether it would tell us anything. */
  boolean isReady();

  Answer ask(SubscriptionKey key, Deadline deadline);

  sealed interface Answer {
    /** The state, in the form of an event of this provider's. */
    record Told(RawBody event) implements Answer {}

    /** The provider knows no such subscription, or shows it to nobody with our key. */
    record Missing() implements Answer {}

    /** An answer about something else, or one that nobody can read. */
    record Unknown() implements Answer {}

    /** No answer to anybody, or none to us: others need not be asked about now. */
    record Away() implements Answer {}
  }
}
