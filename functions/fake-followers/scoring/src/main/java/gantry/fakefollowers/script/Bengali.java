package gantry.fakefollowers.script;

import java.util.List;

/** Bengali and Oriya write "b" below a consonant for "w", and "y" at a word's start for "j". */
final class Bengali {
  private Bengali() {}

  static void apply(List<Sound> sounds) {
    for (var i = 0; i < sounds.size(); i++) {
      var sound = sounds.get(i);
      if (i == 0 && sound.consonant().equals("y")) {
        sounds.set(0, new Sound("j", sound.vowel(), sound.kind()));
      } else if (i > 0 && sound.consonant().equals("b") && isJoined(sounds.get(i - 1))) {
        sounds.set(i, new Sound("w", sound.vowel(), sound.kind()));
      }
    }
  }

  private static boolean isJoined(Sound before) {
    return !before.isSpoken() && before.consonant().startsWith("s");
  }
}
