package gantry.fakefollowers.script;

/** One spelling for the many that a name has in Latin letters. */
public final class SpellingFold {
  private SpellingFold() {}

  /** Takes a word of a-z. */
  public static String fold(String word) {
    var folded =
        word.replace("x", "ksh")
            .replace("ph", "f")
            .replace("sh", "s")
            .replace("th", "t")
            .replace("w", "v")
            .replace("ee", "i")
            .replace("oo", "u")
            .replace("aa", "a");
    return end(folded);
  }

  private static String end(String word) {
    var end = word.length();
    while (end > 2 && (word.charAt(end - 1) == 'a' || word.charAt(end - 1) == 'h')) {
      end--;
    }
    var cut = word.substring(0, end);
    return cut.endsWith("y") && cut.length() > 2 ? cut.substring(0, end - 1) + "i" : cut;
  }
}
