package gantry.fakefollowers.script;

import java.util.Optional;

/** The ten Indic scripts, named for the language that most names in them are in. */
public enum IndicScript {
  HINDI(0x0900),
  BENGALI(0x0980),
  PUNJABI(0x0A00),
  GUJARATI(0x0A80),
  ORIYA(0x0B00),
  TAMIL(0x0B80),
  TELUGU(0x0C00),
  KANNADA(0x0C80),
  MALAYALAM(0x0D00),
  URDU(0x0600);

  private static final int BRAHMIC_BLOCK = 0x80;
  private static final int ARABIC_BLOCK = 0x100;

  private final int first;

  IndicScript(int first) {
    this.first = first;
  }

  /** The script of the first Indic letter. */
  public static Optional<IndicScript> firstIn(String text) {
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      var script = letter < URDU.first ? Optional.<IndicScript>empty() : of(letter);
      if (script.isPresent() && Character.isLetter(letter)) {
        return script;
      }
    }
    return Optional.empty();
  }

  /** The script a character belongs to. */
  static Optional<IndicScript> of(char letter) {
    for (var script : values()) {
      if (script.owns(letter)) {
        return Optional.of(script);
      }
    }
    return Optional.empty();
  }

  boolean owns(char letter) {
    return letter >= first && letter < first + (this == URDU ? ARABIC_BLOCK : BRAHMIC_BLOCK);
  }

  /** The place in the block; the nine Brahmic blocks share one layout. */
  int place(char letter) {
    return letter - first;
  }
}
