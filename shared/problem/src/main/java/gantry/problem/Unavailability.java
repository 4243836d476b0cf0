package gantry.problem;

/**
 * Tells which exceptions mean that a store, queue or provider cannot be reached; they are answered
 * 503. Each bean of this type is asked, so a module with a client of its own contributes one.
 */
@FunctionalInterface
public interface Unavailability {
  /** Whether this very exception, its causes aside, means that. */
  boolean isToldBy(Throwable failure);
}
