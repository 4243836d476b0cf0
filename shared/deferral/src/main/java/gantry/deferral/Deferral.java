package gantry.deferral;

import java.util.UUID;

/** What became of a write that may wait. */
public sealed interface Deferral<T> {
  /** It was done at once. */
  record Done<T>(T value) implements Deferral<T> {}

  /** It is in the queue under this id, and will be done when the database is back. */
  record Deferred<T>(UUID id) implements Deferral<T> {}
}
