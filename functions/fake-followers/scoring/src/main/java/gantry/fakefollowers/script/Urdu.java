package gantry.fakefollowers.script;

import java.util.HashMap;
import java.util.Map;

/** Urdu writes few vowels: frequent names come from a list, others from their consonants. */
final class Urdu {
  private static final Map<Integer, String> LETTERS = letters();
  private static final Map<String, String> NAMES = UrduNames.read();
  private static final String VOWELS = "aeiou";

  private Urdu() {}

  private static Map<Integer, String> letters() {
    var letters = new HashMap<Integer, String>();
    var pairs =
        "ا=a آ=aa ب=b پ=p ت=t ٹ=t ث=s ج=j چ=ch ح=h خ=kh د=d ڈ=d ذ=z ر=r ڑ=r ز=z ژ=zh س=s ش=sh ص=s"
            + " ض=z ط=t ظ=z ع=a غ=gh ف=f ق=q ک=k ك=k گ=g ل=l م=m ن=n ں=n و=w ہ=h ھ=h ه=h ة=a ء= ئ=i"
            + " ی=y ي=y ى=a ے=e ۃ=a";
    for (var pair : pairs.split(" ", -1)) {
      letters.put(pair.codePointAt(0), pair.substring(2));
    }
    return Map.copyOf(letters);
  }

  static String latin(String word) {
    var bare = bare(word);
    var known = NAMES.get(bare);
    return known == null ? spell(bare) : known;
  }

  /** Without short vowels, joiners and the hamza that writers leave out. */
  static String bare(String word) {
    var bare = new StringBuilder();
    word.codePoints()
        .filter(LETTERS::containsKey)
        .map(letter -> letter == 'ي' ? 'ی' : letter == 'ك' ? 'ک' : letter == 'ه' ? 'ہ' : letter)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /** A short "a" parts consonants; "w" and "y" between consonants are the vowels u and i. */
  private static String spell(String word) {
    var latin = new StringBuilder();
    for (var i = 0; i < word.length(); i++) {
      var letter = word.charAt(i);
      var sound = LETTERS.getOrDefault((int) letter, "");
      var inside = i > 0 && i < word.length();
      if (inside && letter == 'و' && endsInConsonant(latin)) {
        sound = "u";
      } else if (inside && letter == 'ی' && endsInConsonant(latin)) {
        sound = "i";
      } else if (inside && startsConsonant(sound) && endsInConsonant(latin) && isOpen(i, word)) {
        latin.append('a');
      }
      latin.append(sound);
    }
    return latin.toString();
  }

  /** Two consonants meet in the middle of a word; the third needs a vowel before it. */
  private static boolean isOpen(int i, String word) {
    var last = i == word.length() - 1;
    return last || i == 1;
  }

  private static boolean startsConsonant(String sound) {
    return !sound.isEmpty() && VOWELS.indexOf(sound.charAt(0)) < 0;
  }

  private static boolean endsInConsonant(StringBuilder latin) {
    return !latin.isEmpty() && VOWELS.indexOf(latin.charAt(latin.length() - 1)) < 0;
  }
}
