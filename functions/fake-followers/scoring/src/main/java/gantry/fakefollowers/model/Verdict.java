package gantry.fakefollowers.model;

/** What a follower is taken for. */
public enum Verdict {
  FAKE,
  SUSPICIOUS,
  REAL,
  /** Neither letters nor counts to judge by. */
  UNKNOWN;

  private static final double FAKE_FROM = 0.5;
  private static final double SUSPICIOUS_FROM = 0.35;

  static Verdict of(double probability) {
    if (probability >= FAKE_FROM) {
      return FAKE;
    }
    return probability >= SUSPICIOUS_FROM ? SUSPICIOUS : REAL;
  }
}
