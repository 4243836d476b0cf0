package gantry.operations.health;

import io.micronaut.core.annotation.Introspected;

/** The server behind the pool. */
@Introspected
record ServerState(
    boolean standby, long connections, int maxConnections, double replicaLagSeconds) {}
