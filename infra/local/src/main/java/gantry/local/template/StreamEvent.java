package gantry.local.template;

import java.time.Duration;
import java.util.Optional;

/** A Kinesis event source mapping. */
public record StreamEvent(
    String id,
    String function,
    String streamArn,
    boolean fromHorizon,
    int batchSize,
    Duration window,
    boolean reportsFailures,
    Retries retries) {

  /** When a batch that fails is given up; absent limits never give up. */
  public record Retries(
      boolean bisect,
      Optional<Integer> attempts,
      Optional<Duration> recordAge,
      Optional<String> failureQueueArn) {}
}
