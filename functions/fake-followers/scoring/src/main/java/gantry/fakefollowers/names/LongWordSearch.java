package gantry.fakefollowers.names;

import java.util.List;

/** A word of more than 64 letters, which no machine word holds, against every name in turn. */
final class LongWordSearch {
  private static final int BYTES = 256;

  private final Shelf[] shelves;
  private final byte[] word;

  LongWordSearch(Shelf[] shelves, byte[] word) {
    this.shelves = shelves;
    this.word = word;
  }

  Nearest run() {
    var best = Nearest.NONE;
    // The longest names come nearest to so long a word, and then rule the short ones out.
    for (var shelf : List.of(shelves).reversed()) {
      for (var i = 0; i < shelf.size() && word.length > 0; i++) {
        var needed = best.toBeat(shelf.length() + word.length);
        if (needed <= shelf.length()) {
          var common = common(shelf, i);
          best = common < needed ? best : new Nearest(common, shelf.length() + word.length);
        }
      }
    }
    return best;
  }

  /** The name is the needle here, since it fits. */
  private int common(Shelf shelf, int i) {
    var positions = new long[BYTES];
    for (var at = 0; at < shelf.length(); at++) {
      positions[shelf.letter(i, at) & (BYTES - 1)] |= 1L << at;
    }
    var state = -1L;
    for (var letter : word) {
      var hits = state & positions[letter & (BYTES - 1)];
      state = (state + hits) | (state - hits);
    }
    return Long.bitCount(~state);
  }
}
