package gantry.fakefollowers.classic;

/** The scripts that the original took for foreign: half of those there are. */
final class ForeignScript {
  private ForeignScript() {}

  static boolean isIn(String text) {
    return text.codePoints().anyMatch(ForeignScript::isForeign);
  }

  private static boolean isForeign(int codePoint) {
    return isGreek(codePoint)
        || within(codePoint, 0x0531, 0x0556) // Armenian capitals
        || within(codePoint, 0x10A0, 0x10FF) // Georgian
        || within(codePoint, 0x4E00, 0x9FFF) // CJK ideographs
        || within(codePoint, 0xAC00, 0xD7A3); // Hangul
  }

  /** Without accents, as the original had it. */
  private static boolean isGreek(int codePoint) {
    return within(codePoint, 0x0391, 0x03A9) || within(codePoint, 0x03B1, 0x03C9);
  }

  private static boolean within(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
