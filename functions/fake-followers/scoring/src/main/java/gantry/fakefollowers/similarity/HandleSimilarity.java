package gantry.fakefollowers.similarity;

/** The original's mix of four scores for two strings without spaces, where it is a mix of two. */
public final class HandleSimilarity {
  private static final double BOTH_EMPTY = 75;

  /** More than floating point can be off, less than scores differ by. */
  private static final double MARGIN = 1e-6;

  private HandleSimilarity() {}

  /** Anything up to the floor where the score is certain not to be above it. */
  public static double of(String first, String second, double floor) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() && second.isEmpty() ? BOTH_EMPTY : 0;
    }
    return ofFilled(Letters.of(first), Letters.of(second), floor);
  }

  private static double ofFilled(int[] first, int[] second, double floor) {
    var common = new Needle(first).common(second, 0, second.length);
    var lengths = first.length + second.length;
    var sort = Ratio.ofCommon(common, lengths);
    var set = Ratio.ofTokens(common, lengths);
    var shorter = Math.min(first.length, second.length);
    if ((2 * mostPartial(common, shorter) + sort + set) / 4 + MARGIN < floor) {
      return 0;
    }
    var neededPartial = (4 * floor - sort - set) / 2 - MARGIN;
    return (2 * PartialRatio.of(first, second, neededPartial) + sort + set) / 4;
  }

  /** No part has more common letters than the whole, and none fits better than just those. */
  private static double mostPartial(int common, int shorter) {
    return 200.0 * common / (shorter + common);
  }
}
