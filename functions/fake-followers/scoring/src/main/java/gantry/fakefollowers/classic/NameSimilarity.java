package gantry.fakefollowers.classic;

import gantry.fakefollowers.similarity.HandleSimilarity;
import gantry.fakefollowers.similarity.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The best similarity of a handle with the name's words in any order. */
public final class NameSimilarity {
  private static final int MOST_WORDS_PERMUTED = 4;
  private static final double IDENTICAL = 100;

  private NameSimilarity() {}

  /** Takes cleaned strings; above four words the original compares single words. */
  public static double of(String handle, String name) {
    var joinedHandle = handle.replace(" ", "");
    var best = 0.0;
    for (var arrangement : arrangements(Words.of(name))) {
      best = Math.max(best, HandleSimilarity.of(joinedHandle, arrangement, best));
      if (best == IDENTICAL) {
        return best;
      }
    }
    return best;
  }

  private static Set<String> arrangements(List<String> words) {
    var arrangements = new LinkedHashSet<String>();
    if (words.size() > MOST_WORDS_PERMUTED) {
      arrangements.addAll(words);
    } else if (words.size() == 1) {
      arrangements.add(words.getFirst());
    } else {
      permute("", words, arrangements);
    }
    return arrangements;
  }

  private static void permute(String start, List<String> rest, Set<String> arrangements) {
    if (rest.isEmpty()) {
      arrangements.add(start);
    }
    for (var i = 0; i < rest.size(); i++) {
      var others = new ArrayList<>(rest);
      permute(start + others.remove(i), others, arrangements);
    }
  }
}
