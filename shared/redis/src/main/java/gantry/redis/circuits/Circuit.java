package gantry.redis.circuits;

import gantry.resilience.CircuitState;
import java.time.Instant;
import java.util.Optional;

/**
 * A breaker as the processes of one function have it: open while any of them turns calls away.
 *
 * @param since when it last left or came back to {@code CLOSED}
 * @param until when calls are let through again; of an open one only
 */
public record Circuit(
    String name, String function, CircuitState state, Instant since, Optional<Instant> until) {}
