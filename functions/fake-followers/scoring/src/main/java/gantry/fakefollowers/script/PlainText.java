package gantry.fakefollowers.script;

import java.text.Normalizer;
import java.util.stream.IntStream;
import net.gcardone.junidecode.Junidecode;

/**
 * A handle or name in ASCII: what is decoration goes, what is writing is spelt in Latin letters.
 */
public final class PlainText {
  private static final int LAST_ASCII = 0x7F;
  private static final String UNKNOWN = "[?]";

  private PlainText() {}

  public static String of(String text) {
    if (isAscii(text)) {
      return text;
    }
    var written = Normalizer.normalize(undecorated(Ornaments.plain(text)), Normalizer.Form.NFC);
    var latin = Transliterate.byWord(written);
    return isAscii(latin) ? latin : decoded(latin);
  }

  private static boolean isAscii(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  /** Emoji, invisible characters and marks piled onto letters; a dash or dot is no decoration. */
  private static String undecorated(String text) {
    var kept = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .flatMap(PlainText::kept)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static IntStream kept(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.MATH_SYMBOL ->
          codePoint <= LAST_ASCII ? IntStream.of(codePoint) : IntStream.of(' ');
      case Character.FORMAT,
          Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.ENCLOSING_MARK ->
          IntStream.empty();
      case Character.NON_SPACING_MARK ->
          isIndic(codePoint) ? IntStream.of(codePoint) : IntStream.empty();
      default -> IntStream.of(codePoint);
    };
  }

  /** Elsewhere a mark is an accent or a trick; here it is a vowel. */
  private static boolean isIndic(int codePoint) {
    return codePoint >= 0x0900 && codePoint < 0x0E00;
  }

  private static String decoded(String text) {
    var decoded = new StringBuilder(text.length());
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> decoded.append(isAscii(letter) ? letter : decodedLetter(letter)));
    return decoded.toString();
  }

  private static String decodedLetter(String letter) {
    var decoded = letter.length() > 1 ? "" : Junidecode.unidecode(letter);
    return decoded.equals(UNKNOWN) ? "" : decoded;
  }
}
