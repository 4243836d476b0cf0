package gantry.fakefollowers.names;

/**
 * One word's way to its nearest name. A first look for names two to four letters away finds most
 * words a good score, and a good score rules nearly all names out before they are compared.
 */
final class NameSearch {
  private static final int BYTES = 256;
  private static final int FARTHEST_FIRST_LOOK = 4;

  private final Shelf[] shelves;
  private final byte[] word;
  private final long[] positions = new long[BYTES];
  private final long bag;
  private final int uncounted;
  private Nearest best = Nearest.NONE;

  /** Shelves stand by the length of their names; the word has at most 64 letters. */
  NameSearch(Shelf[] shelves, byte[] word) {
    this.shelves = shelves;
    this.word = word;
    for (var i = 0; i < word.length; i++) {
      positions[word[i] & (BYTES - 1)] |= 1L << i;
    }
    bag = LetterBag.of(word, 0, word.length);
    uncounted = word.length - Long.bitCount(bag);
  }

  Nearest run() {
    firstLook();
    look(word.length);
    for (var away = 1; away < shelves.length; away++) {
      look(word.length + away);
      look(word.length - away);
    }
    return best;
  }

  private void firstLook() {
    for (var distance = 2; distance <= FARTHEST_FIRST_LOOK && best.isNone(); distance++) {
      for (var longer = distance; longer >= -distance; longer -= 2) {
        var length = word.length + longer;
        look(length, Math.max(1, (word.length + length - distance) / 2));
      }
    }
  }

  private void look(int length) {
    look(length, best.toBeat(length + word.length));
  }

  private void look(int length, int wanted) {
    if (length < 1 || length >= shelves.length) {
      return;
    }
    var shelf = shelves[length];
    var needed = Math.max(wanted, best.toBeat(length + word.length));
    var possible = Math.min(length, word.length);
    for (var i = 0; needed <= possible; i++) {
      i = shelf.next(i, bag, needed - uncounted);
      if (i == shelf.size()) {
        return;
      }
      needed = compare(shelf, i, needed);
    }
  }

  private int compare(Shelf shelf, int i, int needed) {
    var common = shelf.common(i, positions);
    if (common < needed) {
      return needed;
    }
    best = new Nearest(common, shelf.length() + word.length);
    return common + 1;
  }
}
