package gantry.fakefollowers.script;

/** A consonant, which may be missing, and its vowel: written, silent or the inherent "a". */
record Sound(String consonant, String vowel, Kind kind) {
  enum Kind {
    /** The vowel is written. */
    WRITTEN,
    /** Nothing is written, and an "a" is spoken unless a rule drops it. */
    INHERENT,
    /** A virama, a nasal or a letter that carries no vowel. */
    SILENT
  }

  static Sound silent(String consonant) {
    return new Sound(consonant, "", Kind.SILENT);
  }

  static Sound inherent(String consonant) {
    return new Sound(consonant, "a", Kind.INHERENT);
  }

  Sound with(String vowel) {
    return new Sound(consonant, vowel, Kind.WRITTEN);
  }

  Sound silenced() {
    return silent(consonant);
  }

  boolean isSpoken() {
    return !vowel.isEmpty();
  }

  boolean isInherent() {
    return kind == Kind.INHERENT;
  }
}
