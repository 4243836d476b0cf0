package gantry.fakefollowers.script;

import java.util.HashMap;
import java.util.Map;

/** What the letters sound like, by their place in any of the nine blocks. */
final class BrahmicLetters {
  static final int CANDRABINDU = 0x01;
  static final int ANUSVARA = 0x02;
  static final int NUKTA = 0x3C;
  static final int VIRAMA = 0x4D;
  static final int TIPPI = 0x70;
  static final int ADDAK = 0x71;

  private static final Map<Integer, String> VOWELS =
      table("05 a 06 a 07 i 08 i 09 u 0A u 0B ri 0C li 0D e 0E e 0F e 10 ai 11 o 12 o 13 o 14 au");
  private static final Map<Integer, String> SIGNS =
      table("3E a 3F i 40 i 41 u 42 u 43 ri 44 ri 45 e 46 e 47 e 48 ai 49 o 4A o 4B o 4C au 57 au");
  private static final Map<Integer, String> CONSONANTS =
      table(
          "15 k 16 kh 17 g 18 gh 19 n 1A ch 1B chh 1C j 1D jh 1E n 1F t 20 th 21 d 22 dh 23 n 24 t"
              + " 25 th 26 d 27 dh 28 n 29 n 2A p 2B ph 2C b 2D bh 2E m 2F y 30 r 31 r 32 l 33 l"
              + " 34 zh 35 v 36 sh 37 sh 38 s 39 h 58 k 59 kh 5A g 5B z 5C r 5D rh 5E f 5F y");
  private static final Map<Integer, String> WITH_NUKTA =
      table("15 k 16 kh 17 g 1C z 21 r 22 rh 2B f 38 sh 2F y 32 l");

  /** Letters that carry no vowel; Malayalam's own stand at the end of its block. */
  private static final Map<Integer, String> MALAYALAM_ENDS = table("7A n 7B n 7C r 7D l 7E l 7F k");

  /** Where a script's letter is not what stands at its place elsewhere. */
  private static final Map<IndicScript, Map<Integer, String>> OWN =
      Map.of(
          IndicScript.BENGALI, table("70 r 71 v"),
          IndicScript.ORIYA, table("71 w"),
          IndicScript.TAMIL, table("24 th"),
          IndicScript.MALAYALAM, table("24 th"));

  private BrahmicLetters() {}

  private static Map<Integer, String> table(String pairs) {
    var words = pairs.split(" ", -1);
    var table = new HashMap<Integer, String>();
    for (var i = 0; i < words.length; i += 2) {
      table.put(Integer.parseInt(words[i], 16), words[i + 1]);
    }
    return Map.copyOf(table);
  }

  static String vowel(int place) {
    return VOWELS.getOrDefault(place, "");
  }

  static String sign(int place) {
    return SIGNS.getOrDefault(place, "");
  }

  static String consonant(IndicScript script, int place) {
    var own = OWN.getOrDefault(script, Map.of()).get(place);
    return own == null ? CONSONANTS.getOrDefault(place, "") : own;
  }

  static String withNukta(int place, String plain) {
    return WITH_NUKTA.getOrDefault(place, plain);
  }

  static String end(IndicScript script, int place) {
    return switch (script) {
      case MALAYALAM -> MALAYALAM_ENDS.getOrDefault(place, "");
      case BENGALI -> place == 0x4E ? "t" : "";
      default -> "";
    };
  }
}
