package gantry.redis.cache;

import gantry.redis.Place;
import java.time.Duration;
import java.util.Optional;

/** What Redis knows about a key. */
sealed interface Found {
  /** A value that is as good as new for so long. */
  record Fresh(Optional<byte[]> value, Duration freshFor) implements Found {}

  /** A value that may be served; with a turn, the caller is the one to load it anew. */
  record Stale(Optional<byte[]> value, Optional<Turn> turn) implements Found {}

  /** Nothing, and it is the caller's turn to load it. */
  record Missing(Turn turn) implements Found {}

  /** Nothing yet: another instance is loading it. */
  record Loading() implements Found {}

  /** Nobody knows. */
  record Unreachable() implements Found {}

  /**
   * The right to load, until others no longer wait.
   *
   * @param since when loading began, by that server's clock: a deletion from then on outdates it
   */
  record Turn(Place place, String token, long since) {}
}
