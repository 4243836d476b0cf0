package gantry.outbox;

import jakarta.inject.Singleton;

/**
 * Tells a consumer of a stream what it has not seen yet. Streams deliver at least once and, after a
 * crash, again from some earlier point; whatever is not newer is dropped.
 */
@Singleton
public final class Inbox {
  private final PostgresPositionStore positions;

  Inbox(PostgresPositionStore positions) {
    this.positions = positions;
  }

  /** Call it in the transaction of the effect: both commit together or not at all. */
  public boolean isNew(String consumer, String aggregateType, String aggregate, long sequence) {
    return positions.advanceTo(consumer, aggregateType, aggregate, sequence) == 1;
  }
}
