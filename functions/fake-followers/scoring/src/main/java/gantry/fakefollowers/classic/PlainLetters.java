package gantry.fakefollowers.classic;

import java.util.Locale;

/** Lower-case a-z and spaces, all that the original compares. */
final class PlainLetters {
  private PlainLetters() {}

  static String of(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var plain = new StringBuilder(lower.length());
    for (var i = 0; i < lower.length(); i++) {
      append(lower.charAt(i), plain);
    }
    return plain.toString().strip();
  }

  private static void append(char letter, StringBuilder plain) {
    if ((letter >= 'a' && letter <= 'z') || Character.isWhitespace(letter)) {
      plain.append(letter);
    } else if (letter == '_' || letter == '-' || letter == '.') {
      plain.append(' ');
    }
  }
}
