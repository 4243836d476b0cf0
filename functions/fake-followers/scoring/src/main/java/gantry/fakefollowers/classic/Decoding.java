package gantry.fakefollowers.classic;

import java.text.Normalizer;
import java.util.Map;
import net.gcardone.junidecode.Junidecode;

/** Plain ASCII for any letter, as the original's Unidecode wrote it; the unknown stays. */
final class Decoding {
  private static final int LAST_ASCII = 0x7F;
  private static final int FIRST_PARENTHESISED = 0x1F110;
  private static final int LAST_PARENTHESISED = 0x1F129;
  private static final int FIRST_MATHEMATICAL = 0x1D400;
  private static final int LAST_MATHEMATICAL = 0x1D7FF;
  private static final int FIRST_PHONETIC = 0x1D00;
  private static final int LAST_SUBSCRIPT = 0x209C;
  private static final int FIRST_SMALL_PARENTHESISED = 0x249C;
  private static final int LAST_SMALL_PARENTHESISED = 0x24B5;
  private static final String UNKNOWN = "[?]";
  private static final String SMALL_CAPITALS = "ᴀAᴄCᴅDᴇEᴊJᴋKᴍMᴏOᴘPᴛTᴜUᴠVᴡWᴢZᴉi";

  /** Where junidecode writes something else than the original's table. */
  private static final Map<Integer, String> CORRECTIONS =
      Map.of(
          (int) '¼', " 1/4", (int) '½', " 1/2", (int) '¾', " 3/4", (int) '™', "(tm)", (int) '♡',
          "hearts", (int) 'כ', "KH", (int) 'ש', "SH", 0xFDFA, "");

  private Decoding() {}

  static String decode(String text) {
    if (text.chars().allMatch(letter -> letter <= LAST_ASCII)) {
      return text;
    }
    var decoded = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> decoded.append(decode(codePoint)));
    return decoded.toString();
  }

  private static String decode(int codePoint) {
    var letter = Character.toString(codePoint);
    if (codePoint <= LAST_ASCII) {
      return letter;
    }
    return Character.isBmpCodePoint(codePoint)
        ? basic(codePoint, letter)
        : astral(codePoint, letter);
  }

  private static String basic(int codePoint, String letter) {
    var correction = CORRECTIONS.get(codePoint);
    if (correction != null) {
      return correction;
    }
    if (codePoint >= FIRST_SMALL_PARENTHESISED && codePoint <= LAST_SMALL_PARENTHESISED) {
      return compatible(letter);
    }
    var decoded = Junidecode.unidecode(letter);
    var unknown = decoded.equals(UNKNOWN) || (decoded.isEmpty() && Character.isLetter(codePoint));
    return unknown ? phonetic(codePoint, letter) : decoded;
  }

  private static String phonetic(int codePoint, String letter) {
    if (codePoint < FIRST_PHONETIC || codePoint > LAST_SUBSCRIPT) {
      return letter;
    }
    var index = SMALL_CAPITALS.indexOf(letter);
    return index < 0 ? compatible(letter) : SMALL_CAPITALS.substring(index + 1, index + 2);
  }

  private static String astral(int codePoint, String letter) {
    if (codePoint >= FIRST_PARENTHESISED && codePoint <= LAST_PARENTHESISED) {
      return "(" + (char) ('A' + codePoint - FIRST_PARENTHESISED) + ")";
    }
    var mathematical = codePoint >= FIRST_MATHEMATICAL && codePoint <= LAST_MATHEMATICAL;
    return mathematical ? compatible(letter) : letter;
  }

  private static String compatible(String letter) {
    return Normalizer.normalize(letter, Normalizer.Form.NFKC);
  }
}
