package gantry.fakefollowers.similarity;

/** Strings as arrays of code points; this runs for every follower, so it is a plain loop. */
final class Letters {
  private Letters() {}

  static int[] of(String text) {
    var letters = new int[text.length()];
    for (var i = 0; i < letters.length; i++) {
      var letter = text.charAt(i);
      if (Character.isSurrogate(letter)) {
        return text.codePoints().toArray();
      }
      letters[i] = letter;
    }
    return letters;
  }

  static int[] reversed(int[] letters) {
    var reversed = new int[letters.length];
    for (var i = 0; i < letters.length; i++) {
      reversed[i] = letters[letters.length - 1 - i];
    }
    return reversed;
  }
}
