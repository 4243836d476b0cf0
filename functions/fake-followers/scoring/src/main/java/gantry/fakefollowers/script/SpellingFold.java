package gantry.fakefollowers.script;

/** One spelling for the many that a name has in Latin letters. */
public final class SpellingFold {
  private SpellingFold() {}

  /** Takes a word of a-z. */
  public static String fold(String word) {
    var folded = new StringBuilder(word.length() + 2);
    for (var i = 0; i < word.length(); i++) {
      var letter = word.charAt(i);
      var next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
      var pair = pair(letter, next);
      folded.append(pair == 0 ? single(letter) : String.valueOf(pair));
      i += pair == 0 ? 0 : 1;
    }
    return end(folded.toString());
  }

  private static char pair(char letter, char next) {
    if (next == 'h') {
      return switch (letter) {
        case 'p' -> 'f';
        case 's', 't' -> letter;
        default -> 0;
      };
    }
    return switch (letter == next ? letter : ' ') {
      case 'e' -> 'i';
      case 'o' -> 'u';
      case 'a' -> 'a';
      default -> 0;
    };
  }

  private static String single(char letter) {
    return switch (letter) {
      case 'x' -> "ks";
      case 'w' -> "v";
      default -> String.valueOf(letter);
    };
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
