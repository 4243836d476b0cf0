package gantry.fakefollowers.similarity;

/** Twice the longest common subsequence over both lengths, 0 to 100. */
public final class Ratio {
  private Ratio() {}

  public static double of(String first, String second) {
    return of(Letters.of(first), Letters.of(second));
  }

  static double of(int[] first, int[] second) {
    var common = new Needle(first).common(second, 0, second.length);
    return ofCommon(common, first.length + second.length);
  }

  /** RapidFuzz's order of operations: another one differs in the last bit. */
  public static double ofCommon(int common, int bothLengths) {
    return bothLengths == 0 ? 100 : (1 - distance(common, bothLengths) / bothLengths) * 100;
  }

  /** The same share as the token scorers compute it. */
  public static double ofTokens(int common, int bothLengths) {
    return bothLengths == 0 ? 100 : 100 - 100 * distance(common, bothLengths) / bothLengths;
  }

  private static double distance(int common, int bothLengths) {
    return bothLengths - 2.0 * common;
  }
}
