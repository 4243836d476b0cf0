package gantry.local.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a provider misbehaves until it is told otherwise. */
enum Fault {
  /** Answers normally. */
  NONE,
  /** Refuses in the provider's own way: 429, or its error inside a 200. */
  THROTTLED,
  /** Answers normally, but only after {@link FaultyAnswers#DELAY}. */
  SLOW,
  /** Resets the connection. */
  CUT,
  /** Answers about another object than it was asked for. */
  LYING,
  /** Answers 503 with a page of a load balancer. */
  DOWN;

  static Optional<Fault> named(String name) {
    return Arrays.stream(values())
        .filter(fault -> fault.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Faults with answers of their own have a file per provider. */
  Optional<String> answersOf(Provider provider) {
    return switch (this) {
      case THROTTLED -> Optional.of("faults/" + provider.path + "/throttled.json");
      case LYING -> Optional.of("faults/" + provider.path + "/lying.json");
      case NONE, SLOW, CUT, DOWN -> Optional.empty();
    };
  }
}
