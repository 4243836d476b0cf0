package gantry.fakefollowers.model;

import gantry.fakefollowers.classic.NameSimilarity;
import gantry.fakefollowers.script.SpellingFold;
import gantry.fakefollowers.similarity.Words;
import java.util.List;

/** How well a handle fits a name, whatever the number of its words and the way they are spelt. */
final class NameMatch {
  private static final int MOST_WORDS_PERMUTED = 4;
  private static final int MOST_WORDS = 8;
  private static final double IDENTICAL = 100;

  private NameMatch() {}

  /** Takes plain lower-case text; without letters on either side there is no match. */
  static double of(String handle, String name) {
    var all = Words.of(name);
    var words = all.subList(0, Math.min(MOST_WORDS, all.size()));
    var letters = String.join("", Words.of(handle));
    if (letters.isEmpty() || words.isEmpty()) {
      return 0;
    }
    var plain = best(letters, words);
    if (plain == IDENTICAL) {
      return plain;
    }
    var folded = words.stream().map(SpellingFold::fold).toList();
    var foldedLetters = SpellingFold.fold(letters);
    return foldedLetters.equals(letters) && folded.equals(words)
        ? plain
        : Math.max(plain, best(foldedLetters, folded));
  }

  /** Any four neighbours of a long name, so that neither order nor length hides a match. */
  private static double best(String letters, List<String> words) {
    var best = 0.0;
    var last = Math.max(0, words.size() - MOST_WORDS_PERMUTED);
    for (var first = 0; first <= last; first++) {
      var end = Math.min(words.size(), first + MOST_WORDS_PERMUTED);
      var some = String.join(" ", words.subList(first, end));
      best = Math.max(best, NameSimilarity.of(letters, some));
    }
    return best;
  }
}
