package gantry.fakefollowers.names;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** One-word names: is a word among them, and how near is the nearest. */
final class NameIndex {
  private final Shelf[] shelves;
  private final ExactNames exact;
  private final OneLetterAway oneLetterAway;

  NameIndex(NameList names) {
    shelves = names.shelves();
    exact = new ExactNames(shelves);
    oneLetterAway = new OneLetterAway(exact);
  }

  boolean contains(String word) {
    return exact.contains(word.getBytes(ISO_8859_1), word.hashCode());
  }

  /** The best ratio of the word, plain a-z, with any name. */
  Nearest nearest(String word) {
    var letters = word.getBytes(ISO_8859_1);
    var length = letters.length;
    if (length == 0 || length > NameList.LONGEST) {
      return new LongWordSearch(shelves, letters).run();
    }
    if (exact.contains(letters, word.hashCode())) {
      return new Nearest(length, 2 * length);
    }
    if (oneLetterAway.hasOneMore(letters)) {
      return new Nearest(length, 2 * length + 1);
    }
    // A word of one letter without it is no word.
    return length > 1 && oneLetterAway.hasOneLess(letters)
        ? new Nearest(length - 1, 2 * length - 1)
        : new NameSearch(shelves, letters).run();
  }
}
