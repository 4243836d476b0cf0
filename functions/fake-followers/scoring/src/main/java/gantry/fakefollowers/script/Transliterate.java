package gantry.fakefollowers.script;

import org.jspecify.annotations.Nullable;

/** Writes Indic letters in Latin ones; all other characters stay. */
public final class Transliterate {
  private Transliterate() {}

  /** Only one script's letters, as the original did with the first it met. */
  public static String wholly(String name, IndicScript script) {
    return transliterate(name, letter -> script.owns(letter) ? script : null);
  }

  /** Each run of letters by its own script. */
  public static String byWord(String name) {
    return IndicScript.firstIn(name).isEmpty()
        ? name
        : transliterate(name, letter -> IndicScript.of(letter).orElse(null));
  }

  private static String transliterate(String name, Choice choice) {
    var latin = new StringBuilder(name.length());
    var at = 0;
    while (at < name.length()) {
      var script = choice.of(name.charAt(at));
      var end = at + 1;
      while (script != null && end < name.length() && goesOn(script, name.charAt(end))) {
        end++;
      }
      latin.append(
          script == null ? name.substring(at, end) : word(script, name.substring(at, end)));
      at = end;
    }
    return latin.toString();
  }

  /** Zero-width joiners shape letters and have no sound. */
  private static boolean goesOn(IndicScript script, char letter) {
    return script.owns(letter) || letter == '\u200C' || letter == '\u200D';
  }

  private static String word(IndicScript script, String word) {
    if (word.chars().noneMatch(Character::isLetter)) {
      return word;
    }
    return script == IndicScript.URDU ? Urdu.latin(word) : Brahmic.latin(script, word);
  }

  private interface Choice {
    @Nullable IndicScript of(char letter);
  }
}
