package gantry.providers;

import gantry.meter.Quota;
import java.time.Duration;

/**
 * The bounds of calls to one provider.
 *
 * @param deadline for the whole call: waiting, every attempt, the body
 * @param attempt for one attempt, so that a silent one leaves time for another
 * @param attempts at most; only idempotent requests are repeated
 * @param bytes of an answer
 * @param atOnce calls under way in this process
 * @param pace calls begun: by all instances where the function carries shared/redis, by this
 *     process elsewhere
 */
public record CallLimits(
    Duration deadline, Duration attempt, int attempts, int bytes, int atOnce, Quota pace) {
  public static final CallLimits DEFAULT =
      new CallLimits(
          Duration.ofSeconds(10), Duration.ofSeconds(4), 3, 1 << 20, 16, Quota.perSecond(50));

  public CallLimits within(Duration whole, Duration each) {
    return new CallLimits(whole, each, attempts, bytes, atOnce, pace);
  }

  public CallLimits withAttempts(int most) {
    return new CallLimits(deadline, attempt, most, bytes, atOnce, pace);
  }

  public CallLimits withBytes(int most) {
    return new CallLimits(deadline, attempt, attempts, most, atOnce, pace);
  }

  public CallLimits withAtOnce(int most) {
    return new CallLimits(deadline, attempt, attempts, bytes, most, pace);
  }

  public CallLimits withPerSecond(double most) {
    return withPace(Quota.perSecond(most));
  }

  public CallLimits withPace(Quota most) {
    return new CallLimits(deadline, attempt, attempts, bytes, atOnce, most);
  }
}
