package gantry.fakefollowers.names;

import gantry.fakefollowers.similarity.Ratio;

/** How near the nearest name is: its common letters with the word, and both lengths. */
record Nearest(int common, int bothLengths) {
  static final Nearest NONE = new Nearest(0, 1);

  boolean isNone() {
    return common == 0;
  }

  double ratio() {
    return Ratio.ofCommon(common, bothLengths);
  }

  double tokenRatio() {
    return Ratio.ofTokens(common, bothLengths);
  }

  /** The fewest common letters that beat this at another pair of lengths. */
  int toBeat(int otherLengths) {
    return common * otherLengths / bothLengths + 1;
  }
}
