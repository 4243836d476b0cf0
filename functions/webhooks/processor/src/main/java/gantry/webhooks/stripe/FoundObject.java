package gantry.webhooks.stripe;

import gantry.webhooks.payload.RawBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Stripe says of one of its objects. */
public sealed interface FoundObject {
  /**
   * The object, and the latest second of Stripe's clock of which everything is surely in it; an
   * object has no time of change of its own.
   */
  record Shown(RawBody document, @Nullable Instant asOf) implements FoundObject {}

  /** Stripe knows no such object, or shows it to nobody with our key. */
  record Missing() implements FoundObject {}

  /** Stripe answers, but not about this one. */
  record Unknown() implements FoundObject {}

  /** Stripe answers nobody, or not us: it need not be asked about others now. */
  record Away() implements FoundObject {}
}
