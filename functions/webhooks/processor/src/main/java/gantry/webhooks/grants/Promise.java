package gantry.webhooks.grants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one grantor gives: a plan until a moment, or without an end as long as nothing else is heard
 * of it. Without a plan it gives nothing; afterwards it gives nothing for another reason.
 */
public record Promise(
    @Nullable String plan, @Nullable Instant until, Reason reason, Reason afterwards) {
  static Promise open(String plan, Reason reason) {
    return new Promise(plan, null, reason, reason);
  }

  public static Promise of(String plan, @Nullable Instant until, Reason reason) {
    return new Promise(plan, until, reason, Reason.EXPIRED);
  }

  public static Promise nothing(Reason why) {
    return new Promise(null, null, why, why);
  }

  /** The clock ends access, with or without an event. */
  public boolean isLive(Instant now) {
    return plan != null && (until == null || now.isBefore(until));
  }

  /** Later than any other when it has none. */
  Instant end() {
    return until == null ? Instant.MAX : until;
  }

  public Reason reasonAt(Instant now) {
    return plan == null || isLive(now) ? reason : afterwards;
  }

  /**
   * What makes it news. When a grace ends follows from another event than the one that tells of it,
   * so that the end is no part of it.
   */
  public String text() {
    var end = reason == Reason.PAST_DUE_GRACE ? null : until;
    return plan + "|" + end + "|" + reason;
  }
}
