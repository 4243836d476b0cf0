package gantry.webhooks.handler;

import gantry.webhooks.payload.Provider;
import java.util.Set;

/** Gives some types of one provider's events their effect; every bean of this kind is found. */
public interface WebhookHandler {
  Provider provider();

  /** Names of events; of Lemon Squeezy, whose names mislead, types of resources. */
  Set<String> types();

  /**
   * Runs inside the transaction that stores the event, behind a savepoint. Throwing undoes its work
   * and counts as an attempt; it must not touch anything but the database.
   */
  Decision apply(WebhookEvent event);
}
