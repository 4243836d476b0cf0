package gantry.fakefollowers.similarity;

import java.util.ArrayList;
import java.util.List;

/** The words of a text: runs of a-z; this runs for every follower, so it is no pattern. */
public final class Words {
  private Words() {}

  public static List<String> of(String text) {
    var words = new ArrayList<String>(4);
    var start = 0;
    for (var at = 0; at <= text.length(); at++) {
      if (at == text.length() || !isLetter(text.charAt(at))) {
        if (at > start) {
          words.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }

  private static boolean isLetter(char letter) {
    return letter >= 'a' && letter <= 'z';
  }
}
