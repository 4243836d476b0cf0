package gantry.fakefollowers.script;

import java.text.Normalizer;
import java.util.List;

/** A word of one of the nine Brahmic scripts in Latin letters, as its bearer would write it. */
final class Brahmic {
  private Brahmic() {}

  static String latin(IndicScript script, String word) {
    // Two-part vowels and letters with a dot below have two spellings; NFC is one of them.
    var sounds = new BrahmicReader(script, Normalizer.normalize(word, Normalizer.Form.NFC)).read();
    speak(script, sounds);
    var latin = new StringBuilder();
    sounds.forEach(sound -> latin.append(sound.consonant()).append(sound.vowel()));
    return Respelling.of(script, latin.toString());
  }

  private static void speak(IndicScript script, List<Sound> sounds) {
    switch (script) {
      case HINDI, PUNJABI, GUJARATI -> {
        Schwa.dropLast(sounds);
        Schwa.dropMedial(sounds);
      }
      case BENGALI, ORIYA -> {
        Bengali.apply(sounds);
        Schwa.dropLast(sounds);
      }
      case TAMIL -> TamilVoices.apply(sounds);
      case TELUGU, KANNADA, MALAYALAM, URDU -> {}
    }
  }
}
