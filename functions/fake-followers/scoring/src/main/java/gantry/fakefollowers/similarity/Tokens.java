package gantry.fakefollowers.similarity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The words of two strings, compared without regard to their order. */
public final class Tokens {
  private static final int NEXT_LINE = 0x85;
  private static final int FIGURE_SPACE = 0x2007;
  private static final int NARROW_SPACE = 0x202F;

  private Tokens() {}

  public static double sortRatio(String first, String second) {
    return Ratio.of(join(words(first)), join(words(second)));
  }

  public static double setRatio(String first, String second) {
    var onlyFirst = new TreeSet<>(words(first));
    var onlySecond = new TreeSet<>(words(second));
    if (onlyFirst.isEmpty() || onlySecond.isEmpty()) {
      return 0;
    }
    var shared = new TreeSet<>(onlyFirst);
    shared.retainAll(onlySecond);
    onlyFirst.removeAll(shared);
    onlySecond.removeAll(shared);
    var covered = onlyFirst.isEmpty() || onlySecond.isEmpty();
    return covered && !shared.isEmpty() ? 100 : ofRests(shared, onlyFirst, onlySecond);
  }

  private static double ofRests(
      Collection<String> shared, Collection<String> first, Collection<String> second) {
    var firstRest = join(first).codePoints().toArray();
    var secondRest = join(second).codePoints().toArray();
    var common = new Needle(firstRest).common(secondRest, 0, secondRest.length);
    var sharedLength = (int) join(shared).codePoints().count();
    if (sharedLength == 0) {
      return Ratio.ofTokens(common, firstRest.length + secondRest.length);
    }
    var withFirst = sharedLength + 1 + firstRest.length;
    var withSecond = sharedLength + 1 + secondRest.length;
    var whole = Ratio.ofTokens(common + sharedLength + 1, withFirst + withSecond);
    var aside =
        Math.max(
            Ratio.ofTokens(sharedLength, sharedLength + withFirst),
            Ratio.ofTokens(sharedLength, sharedLength + withSecond));
    return Math.max(whole, aside);
  }

  /** RapidFuzz splits where Python does, except at a no-break space. */
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    text.codePoints()
        .forEach(codePoint -> {
          if (isSpace(codePoint)) {
            flush(word, words);
          } else {
            word.appendCodePoint(codePoint);
          }
        });
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || codePoint == NEXT_LINE
        || codePoint == FIGURE_SPACE
        || codePoint == NARROW_SPACE;
  }

  private static String join(Collection<String> words) {
    return String.join(" ", words.stream().sorted().toList());
  }
}
