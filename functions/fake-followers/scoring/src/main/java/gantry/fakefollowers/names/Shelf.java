package gantry.fakefollowers.names;

import java.util.Arrays;

/** All names of one length, end to end, those with like letters side by side. */
final class Shelf {
  private static final int BLOCK = 16;

  private final int length;
  private final byte[] letters;
  private final long[] bags;

  /** Which letters any name of a block has; most blocks are ruled out as a whole. */
  private final long[] unions;

  Shelf(int length, byte[] letters) {
    this.length = length;
    this.letters = letters;
    bags = new long[length == 0 ? 0 : letters.length / length];
    unions = new long[(bags.length + BLOCK - 1) / BLOCK];
    for (var i = 0; i < bags.length; i++) {
      bags[i] = LetterBag.of(letters, i * length, (i + 1) * length);
      unions[i / BLOCK] |= bags[i];
    }
  }

  int length() {
    return length;
  }

  int size() {
    return bags.length;
  }

  byte letter(int i, int at) {
    return letters[i * length + at];
  }

  boolean isAt(int i, byte[] text) {
    return Arrays.equals(letters, i * length, (i + 1) * length, text, 0, length);
  }

  /** The hash of name i, as String computes it. */
  int hash(int i) {
    var hash = 0;
    for (var at = i * length; at < (i + 1) * length; at++) {
      hash = ExactNames.FACTOR * hash + (letters[at] & 0xFF);
    }
    return hash;
  }

  /** The next name from i on that may share so many letters with the bag, or the size. */
  int next(int i, long bag, int shared) {
    var next = i;
    while (next < bags.length) {
      var block = next / BLOCK;
      var end = Math.min(bags.length, (block + 1) * BLOCK);
      if (Long.bitCount(bag & unions[block]) >= shared) {
        next = nextWithin(next, end, bag, shared);
        if (next < end) {
          return next;
        }
      }
      next = end;
    }
    return next;
  }

  private int nextWithin(int from, int end, long bag, int shared) {
    var next = from;
    while (next < end && Long.bitCount(bag & bags[next]) < shared) {
      next++;
    }
    return next;
  }

  /** The longest common subsequence of name i with a word of up to 64 letters (Hyyrö 2004). */
  int common(int i, long[] positions) {
    var state = -1L;
    var end = (i + 1) * length;
    for (var at = i * length; at < end; at++) {
      var hits = state & positions[letters[at] & 0xFF];
      state = (state + hits) | (state - hits);
    }
    return Long.bitCount(~state);
  }
}
