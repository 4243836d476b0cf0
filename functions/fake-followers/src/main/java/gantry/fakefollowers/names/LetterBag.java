package gantry.fakefollowers.names;

/** Which letters a word has, as 64 bits: two for each letter's first two, some for a third. */
final class LetterBag {
  private static final String OFTEN_THRICE = "aeihnrsmtlud";
  private static final int LETTERS = 26;

  private LetterBag() {}

  static long of(byte[] letters, int from, int to) {
    var bag = 0L;
    for (var i = from; i < to; i++) {
      bag = with(bag, letters[i] - 'a');
    }
    return bag;
  }

  private static long with(long bag, int letter) {
    if (letter < 0 || letter >= LETTERS) {
      return bag;
    }
    var first = 1L << (2 * letter);
    if ((bag & first) == 0) {
      return bag | first;
    }
    var second = first << 1;
    return (bag & second) == 0 ? bag | second : bag | third(letter);
  }

  private static long third(int letter) {
    var index = OFTEN_THRICE.indexOf('a' + letter);
    return index < 0 ? 0 : 1L << (2 * LETTERS + index);
  }
}
