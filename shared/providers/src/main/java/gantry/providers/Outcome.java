package gantry.providers;

import java.util.Locale;

/** How a call to a provider ended. */
public sealed interface Outcome permits Answer, Outcome.Unavailable {
  /** Nobody knows; ask again later. */
  record Unavailable(Reason reason) implements Outcome, RpcOutcome {}

  /** Why there is no answer. */
  enum Reason {
    /** Not reachable, connection lost, or a server error. */
    DOWN,
    /** The provider's rate limit, or ours for it. */
    THROTTLED,
    /** No whole answer within the deadline. */
    TIMEOUT,
    /** The answer exceeds the size we take. */
    TOO_LARGE,
    /** Something answered, but not as the provider does: a redirect, HTML, broken JSON. */
    GARBLED,
    /** Not called: the calls before failed. */
    OPEN_CIRCUIT,
    /** Not called: too many calls of ours are under way. */
    BUSY;

    /** As a metric's dimension. */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether another attempt may help. */
    boolean passes() {
      return this == DOWN || this == THROTTLED || this == TIMEOUT;
    }

    /** Whether it counts against the provider. */
    boolean isOutage() {
      return this == DOWN || this == TIMEOUT || this == GARBLED;
    }
  }

  static Outcome unavailable(Reason reason) {
    return new Unavailable(reason);
  }
}
