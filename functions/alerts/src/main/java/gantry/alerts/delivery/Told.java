package gantry.alerts.delivery;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Who took which message, as far as this process knows: one that comes again because of somebody
 * else is not told to them twice.
 */
final class Told {
  private static final int MOST = 1_000;

  private final SequencedSet<Delivery> deliveries = new LinkedHashSet<>();

  synchronized boolean has(Delivery delivery) {
    return deliveries.contains(delivery);
  }

  synchronized void add(Delivery delivery) {
    deliveries.add(delivery);
    if (deliveries.size() > MOST) {
      deliveries.removeFirst();
    }
  }

  /** The message by its queue's id: a notice that is told again is another one. */
  record Delivery(String message, String recipient) {
    /** Recipients are secrets. */
    @Override
    public String toString() {
      return "Delivery of " + message;
    }
  }
}
