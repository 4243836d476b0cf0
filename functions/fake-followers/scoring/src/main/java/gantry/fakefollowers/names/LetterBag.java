package gantry.fakefollowers.names;

/** Which letters a word has, as 64 bits: two for each letter's first two, some for a third. */
final class LetterBag {
  /**
   * The first a is the highest bit, the second the next. Letters that half of all names have come
   * first, so that bags in order of their value stand beside bags like them.
   */
  private static final String BITS =
      "aaihrnstedmkulavpbjyogeihncrwstdlkoufzmpnbevgjyiqhxcltrsfudmwzqx";

  private static final int LETTERS = 26;
  private static final int MOST_COUNTED = 3;

  /** The bits of a letter's first, second and third place; none where it is not counted. */
  private static final long[] PLACES = places();

  private LetterBag() {}

  private static long[] places() {
    var places = new long[LETTERS * MOST_COUNTED];
    var bit = Long.MIN_VALUE;
    for (var i = 0; i < BITS.length(); i++) {
      var place = (BITS.charAt(i) - 'a') * MOST_COUNTED;
      while (places[place] != 0) {
        place++;
      }
      places[place] = bit;
      bit >>>= 1;
    }
    return places;
  }

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
    var place = letter * MOST_COUNTED;
    if ((bag & PLACES[place]) == 0) {
      return bag | PLACES[place];
    }
    return bag | ((bag & PLACES[place + 1]) == 0 ? PLACES[place + 1] : PLACES[place + 2]);
  }
}
