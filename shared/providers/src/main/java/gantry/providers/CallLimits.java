package gantry.providers;

import java.time.Duration;

/**
 * The bounds of calls to one provider.
 *
 * @param deadline for the whole call: waiting, every attempt, the body
 * @param attempt for one attempt, so that a silent one leaves time for another
 * @param attempts at most; only idempotent requests are repeated
 * @param bytes of an answer
 * @param atOnce calls under way in this process
 * @param perSecond calls begun, evenly spread: by all instances where the function carries
 *     shared/redis, by this process elsewhere
 */
public record CallLimits(
    Duration deadline, Duration attempt, int attempts, int bytes, int atOnce, double perSecond) {
  public static final CallLimits DEFAULT =
      new CallLimits(Duration.ofSeconds(10), Duration.ofSeconds(4), 3, 1 << 20, 16, 50);

  public CallLimits within(Duration whole, Duration each) {
    return new CallLimits(whole, each, attempts, bytes, atOnce, perSecond);
  }

  public CallLimits withAttempts(int most) {
    return new CallLimits(deadline, attempt, most, bytes, atOnce, perSecond);
  }

  public CallLimits withBytes(int most) {
    return new CallLimits(deadline, attempt, attempts, most, atOnce, perSecond);
  }

  public CallLimits withAtOnce(int most) {
    return new CallLimits(deadline, attempt, attempts, bytes, most, perSecond);
  }

  public CallLimits withPerSecond(double most) {
    return new CallLimits(deadline, attempt, attempts, bytes, atOnce, most);
  }
}
