package gantry.webhooks.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** How far a signature's time may lie from ours, to either side, the ends included. */
public record TimeWindow(Duration tolerance) {
  // No sign, no space, and no digit of another script, all of which Long.parseLong would take.
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  public TimeWindow {
    if (tolerance.isNegative()) {
      throw new IllegalArgumentException("A tolerance cannot be negative");
    }
  }

  boolean contains(String time, Instant now) {
    return SECONDS.matcher(time).matches()
        && Math.abs(now.getEpochSecond() - Long.parseLong(time)) <= tolerance.toSeconds();
  }
}
