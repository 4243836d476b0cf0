package gantry.local.template;

import java.time.Duration;

/** An SQS event source mapping. */
public record QueueEvent(
    String id,
    String function,
    String queueArn,
    int batchSize,
    Duration window,
    int maximumConcurrency,
    boolean reportsFailures) {}
