package gantry.redis.circuits;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.resilience.CircuitState;
import java.time.Instant;
import java.util.Optional;

/** How a circuit lies in Redis: {@code function|name} with {@code state|since|until}. */
record CircuitEntry(String field, String value) {
  static CircuitEntry of(Object field, Object value) {
    return new CircuitEntry(text(field), text(value));
  }

  static String field(String function, String circuit) {
    return function + "|" + circuit;
  }

  /** An open one whose pause is over makes the next calls, to see. */
  Circuit at(Instant now) {
    var key = field.split("\\|", 2);
    var told = value.split("\\|", 3);
    var until = instant(told[2]);
    var isOpen = until.isAfter(now);
    var last = CircuitState.valueOf(told[0]);
    var state = last == CircuitState.OPEN ? CircuitState.HALF_OPEN : last;
    return new Circuit(
        key[1],
        key[0],
        isOpen ? CircuitState.OPEN : state,
        instant(told[1]),
        Optional.of(until).filter(_ -> isOpen));
  }

  private static Instant instant(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private static String text(Object bytes) {
    return new String((byte[]) bytes, UTF_8);
  }
}
