package gantry.redis;

/** What came of a command. Nobody can overlook that there may be no answer. */
public sealed interface Reply<T> {
  /** A server has carried it out. */
  record Answered<T>(T value, Session session) implements Reply<T> {}

  /**
   * No server answered in time, or none is configured; it may have been carried out all the same.
   */
  record Unanswered<T>() implements Reply<T> {}
}
