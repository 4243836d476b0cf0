package gantry.fakefollowers.audit;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The share of fakes among those judged, with Wilson's 95 % interval, which stays within 0 and 1
 * also for few followers.
 */
@Serdeable
record FakeShare(double value, double low, double high) {
  private static final double Z = 1.959964;
  private static final double ROUNDING = 1_000_000;

  static FakeShare of(long fakes, long judged) {
    if (judged == 0) {
      return new FakeShare(0, 0, 1);
    }
    var share = (double) fakes / judged;
    var middle = share + Z * Z / (2 * judged);
    var spread = Z * Math.sqrt(share * (1 - share) / judged + Z * Z / (4.0 * judged * judged));
    var scale = 1 + Z * Z / judged;
    return new FakeShare(
        round(share), round((middle - spread) / scale), round((middle + spread) / scale));
  }

  private static double round(double number) {
    return Math.clamp(Math.rint(number * ROUNDING) / ROUNDING, 0, 1);
  }
}
