package gantry.operations.health;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** The server behind the pool; the lag is unknown where it sends nothing to a replica by itself. */
@Introspected
record ServerState(
    boolean standby, long connections, int maxConnections, @Nullable Double replicaLagSeconds) {}
