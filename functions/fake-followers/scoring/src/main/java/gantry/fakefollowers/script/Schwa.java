package gantry.fakefollowers.script;

import java.util.List;

/** Drops the inherent vowels that are not spoken. */
final class Schwa {
  private Schwa() {}

  /** At the end of a word, unless two different consonants would then end it. */
  static void dropLast(List<Sound> sounds) {
    var last = sounds.size() - 1;
    if (last > 0
        && sounds.get(last).isInherent()
        && mayGo(sounds.get(last - 1), sounds.get(last))) {
      silence(sounds, last);
    }
  }

  private static boolean mayGo(Sound before, Sound last) {
    var doubled = last.consonant().equals(before.consonant());
    return before.isSpoken() || doubled || before.consonant().equals("ng");
  }

  /** Between a vowel with its consonant and a consonant with its vowel, from right to left. */
  static void dropMedial(List<Sound> sounds) {
    for (var i = sounds.size() - 2; i > 0; i--) {
      var next = sounds.get(i + 1);
      var between = sounds.get(i - 1).isSpoken() && next.isSpoken() && !next.consonant().isEmpty();
      if (between && sounds.get(i).isInherent() && !sounds.get(i).consonant().isEmpty()) {
        silence(sounds, i);
      }
    }
  }

  private static void silence(List<Sound> sounds, int i) {
    sounds.set(i, sounds.get(i).silenced());
  }
}
