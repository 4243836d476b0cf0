package gantry.operations.functions;

import java.time.Duration;
import java.time.Instant;

/** A function of this stage by its name in the template, and how AWS has it. */
record DeployedFunction(
    String function,
    String name,
    String runtime,
    int memoryMb,
    Duration timeout,
    Instant changedAt) {}
