package gantry.redis;

import java.time.Duration;

/** How long a server may take to answer, and how long both together. */
record Allowance(Duration command, Duration call) {
  static final Allowance WARM = new Allowance(Duration.ofMillis(250), Duration.ofMillis(330));

  /**
   * For the first seconds or until a first answer: on a slow processor loading the client alone
   * takes one. Whoever starts while Redis is away pays for it once.
   */
  static final Allowance COLD = new Allowance(Duration.ofMillis(2500), Duration.ofSeconds(3));
}
