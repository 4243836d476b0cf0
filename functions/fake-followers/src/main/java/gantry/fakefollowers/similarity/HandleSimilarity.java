package gantry.fakefollowers.similarity;

/** The original's mix of four scores for two strings without spaces, where it is a mix of two. */
public final class HandleSimilarity {
  private static final double BOTH_EMPTY = 75;

  private HandleSimilarity() {}

  public static double of(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() && second.isEmpty() ? BOTH_EMPTY : 0;
    }
    return ofFilled(first.codePoints().toArray(), second.codePoints().toArray());
  }

  private static double ofFilled(int[] first, int[] second) {
    var common = new Needle(first).common(second, 0, second.length);
    var lengths = first.length + second.length;
    var sort = Ratio.ofCommon(common, lengths);
    var set = Ratio.ofTokens(common, lengths);
    return (2 * PartialRatio.of(first, second) + sort + set) / 4;
  }
}
