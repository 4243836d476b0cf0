package gantry.fakefollowers.script;

import java.util.List;
import java.util.Map;

/**
 * Tamil writes one letter for a voiceless and a voiced consonant: the place in the word decides.
 */
final class TamilVoices {
  private static final Map<String, String> VOICED = Map.of("k", "g", "ch", "s", "t", "d", "p", "b");
  private static final String NASALS = "nm";

  private TamilVoices() {}

  static void apply(List<Sound> sounds) {
    for (var i = sounds.size() - 1; i >= 0; i--) {
      var sound = sounds.get(i);
      var voiced = VOICED.get(sound.consonant());
      if (voiced != null && (i > 0 ? isVoiced(sounds, i) : sound.consonant().equals("ch"))) {
        sounds.set(i, new Sound(afterNasal(sounds, i, voiced), sound.vowel(), sound.kind()));
      }
    }
  }

  /** After a nasal or between vowels; doubled and final consonants are voiceless. */
  private static boolean isVoiced(List<Sound> sounds, int i) {
    var before = sounds.get(i - 1);
    if (!sounds.get(i).isSpoken()) {
      return false;
    }
    return before.isSpoken() || NASALS.contains(before.consonant());
  }

  private static String afterNasal(List<Sound> sounds, int i, String voiced) {
    var nasal = i > 0 && !sounds.get(i - 1).isSpoken();
    return nasal && voiced.equals("s") ? "j" : voiced;
  }
}
