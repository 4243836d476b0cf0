package gantry.fakefollowers.similarity;

/** The best ratio of the shorter string with a part of the longer one. */
public final class PartialRatio {
  private PartialRatio() {}

  public static double of(String first, String second) {
    return of(Letters.of(first), Letters.of(second), 0);
  }

  /** Anything up to the floor where the ratio is not above it. */
  static double of(int[] first, int[] second, double floor) {
    if (first.length == 0 || second.length == 0) {
      return first.length == second.length ? 100 : 0;
    }
    if (first.length == second.length) {
      return Math.max(within(first, second, floor), within(second, first, floor));
    }
    return first.length < second.length
        ? within(first, second, floor)
        : within(second, first, floor);
  }

  private static double within(int[] shorter, int[] longer, double floor) {
    var needle = new Needle(shorter);
    var least = Math.clamp((long) (floor / 100 * shorter.length), 0, shorter.length - 1);
    var best = bestWindow(needle, longer, least);
    if (best == shorter.length) {
      return 100;
    }
    var atStart = bestPrefix(needle, longer);
    var atEnd = bestPrefix(new Needle(Letters.reversed(shorter)), Letters.reversed(longer));
    return Math.max(Ratio.ofCommon(best, 2 * shorter.length), Math.max(atStart, atEnd));
  }

  /**
   * A window whose last letter the needle lacks is no better than the one before it. Windows that
   * are some letters apart differ by no more common letters than that.
   */
  private static int bestWindow(Needle needle, int[] longer, int least) {
    var length = needle.length();
    var best = least;
    var end = length;
    while (end <= longer.length && best < length) {
      if (needle.contains(longer[end - 1])) {
        var common = needle.common(longer, end - length, end);
        best = Math.max(best, common);
        end += best - common;
      }
      end++;
    }
    return best;
  }

  private static double bestPrefix(Needle needle, int[] longer) {
    var longest = needle.length() - 1;
    var common = needle.commonOfPrefixes(longer, longest);
    var best = 0.0;
    for (var length = 1; length <= longest; length++) {
      best = Math.max(best, Ratio.ofCommon(common[length], needle.length() + length));
    }
    return best;
  }
}
