package gantry.fakefollowers.names;

import java.util.Arrays;

/** Is a text a name: one hash table per shelf, which holds places and no letters. */
final class ExactNames {
  static final int FACTOR = 31;
  private static final int EMPTY = -1;
  private static final int GOLDEN_RATIO = 0x9E3779B9;
  private static final int BYTES = 256;

  private final Shelf[] shelves;
  private final int[][] slots;

  ExactNames(Shelf[] shelves) {
    this.shelves = shelves;
    slots = new int[shelves.length][];
    for (var length = 0; length < shelves.length; length++) {
      slots[length] = slots(shelves[length]);
    }
  }

  private static int[] slots(Shelf shelf) {
    var slots = new int[Integer.highestOneBit(Math.max(shelf.size(), 1)) * 4];
    Arrays.fill(slots, EMPTY);
    for (var i = 0; i < shelf.size(); i++) {
      var slot = start(shelf.hash(i), slots);
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i;
    }
    return slots;
  }

  private static int start(int hash, int[] slots) {
    return ((hash * GOLDEN_RATIO) >>> 7) & (slots.length - 1);
  }

  /** Takes the text's hash as String computes it. */
  boolean contains(byte[] text, int hash) {
    if (text.length >= shelves.length) {
      return false;
    }
    var own = slots[text.length];
    var shelf = shelves[text.length];
    var slot = start(hash, own);
    while (own[slot] != EMPTY) {
      if (shelf.isAt(own[slot], text)) {
        return true;
      }
      slot = (slot + 1) & (own.length - 1);
    }
    return false;
  }

  /** Each letter that occurs in a name, once. */
  byte[] alphabet() {
    var seen = new boolean[BYTES];
    for (var shelf : shelves) {
      for (var i = 0; i < shelf.size() * shelf.length(); i++) {
        seen[shelf.letter(0, i) & (BYTES - 1)] = true;
      }
    }
    var alphabet = new byte[BYTES];
    var size = 0;
    for (var letter = 0; letter < BYTES; letter++) {
      if (seen[letter]) {
        alphabet[size++] = (byte) letter;
      }
    }
    return Arrays.copyOf(alphabet, size);
  }
}
