package gantry.resilience;

import java.time.Duration;

/**
 * How a breaker is from now on.
 *
 * @param circuit the breaker's name
 * @param pause for how long no call is made; zero unless it has opened
 */
public record CircuitChange(String circuit, CircuitState state, Duration pause) {}
