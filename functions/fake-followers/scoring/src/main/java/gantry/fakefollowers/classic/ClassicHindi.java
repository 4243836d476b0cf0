package gantry.fakefollowers.classic;

import java.util.HashMap;
import java.util.Map;

/** The original's own table for Hindi; what it did not know it left out. */
final class ClassicHindi {
  private static final int VIRAMA = 0x094D;
  private static final int NUKTA = 0x093C;
  private static final int SCHWA_SILENT = 'झ';

  private static final Map<Integer, String> CONSONANTS =
      table(
          "क=k ख=kh ग=g घ=gh ङ=ng च=ch छ=chh ज=j झ=jh ञ=nj ट=t ठ=th ड=d ढ=dh ण=n त=t थ=th द=d ध=dh"
              + " न=n प=p फ=ph ब=b भ=bh म=m य=y र=r ल=l व=v श=sh ष=sh स=s ह=h");
  private static final Map<Integer, String> WITH_NUKTA = table("ज=z ड=r फ=f");
  private static final Map<Integer, String> VOWELS =
      table("अ=a आ=aa इ=i ई=ee उ=u ऊ=oo ऋ=ri ए=e ऐ=ae ओ=o औ=au ।=.");
  private static final Map<Integer, String> SIGNS =
      table("ा=a ि=i ी=i ु=u ू=oo ृ=ri े=e ै=ai ो=o ौ=au ं=n ँ=n ः=a");

  private ClassicHindi() {}

  private static Map<Integer, String> table(String pairs) {
    var table = new HashMap<Integer, String>();
    for (var pair : pairs.split(" ", -1)) {
      table.put(pair.codePointAt(0), pair.substring(2));
    }
    return Map.copyOf(table);
  }

  static String transliterate(String text) {
    var letters = text.codePoints().toArray();
    var latin = new StringBuilder(text.length());
    for (var i = 0; i < letters.length; i++) {
      append(letters, i, latin);
    }
    return latin.toString();
  }

  private static void append(int[] letters, int i, StringBuilder latin) {
    var letter = letters[i];
    var consonant = CONSONANTS.get(letter);
    if (consonant != null) {
      var marked = at(letters, i + 1) == NUKTA;
      latin.append(marked ? WITH_NUKTA.getOrDefault(letter, "") : consonant);
      latin.append(schwa(letters, i, marked ? i + 2 : i + 1));
    } else if (SIGNS.containsKey(letter) || VOWELS.containsKey(letter)) {
      latin.append(SIGNS.getOrDefault(letter, VOWELS.getOrDefault(letter, "")));
    } else if (isKept(letter)) {
      latin.appendCodePoint(letter);
    }
  }

  /** Spoken before a consonant that carries no vowel sign of its own. */
  private static String schwa(int[] letters, int i, int next) {
    var before = CONSONANTS.containsKey(at(letters, next)) && letters[i] != SCHWA_SILENT;
    return before && !isVowelSign(at(letters, next + 1)) ? "a" : "";
  }

  private static boolean isVowelSign(int letter) {
    return SIGNS.containsKey(letter);
  }

  private static int at(int[] letters, int i) {
    return i < letters.length ? letters[i] : ' ';
  }

  private static boolean isKept(int letter) {
    return letter != VIRAMA && (letter < 0x80 || Character.isLetterOrDigit(letter));
  }
}
