package gantry.fakefollowers.names;

/**
 * Whether a name is the word with a letter more or less. Nothing but the word itself scores better,
 * and looking each variant up is far cheaper than comparing the word with all names.
 */
final class OneLetterAway {
  private final ExactNames names;
  private final byte[] alphabet;

  OneLetterAway(ExactNames names) {
    this.names = names;
    this.alphabet = names.alphabet();
  }

  boolean hasOneMore(byte[] word) {
    var variant = new byte[word.length + 1];
    System.arraycopy(word, 0, variant, 1, word.length);
    var start = 0;
    for (var i = 0; i <= word.length; i++) {
      if (hasAnyAt(i, start, variant)) {
        return true;
      }
      if (i < word.length) {
        variant[i] = word[i];
        start = ExactNames.FACTOR * start + word[i];
      }
    }
    return false;
  }

  /** The variants with a letter at i, where start is the hash of what stands before it. */
  private boolean hasAnyAt(int i, int start, byte[] variant) {
    var end = hash(variant, i + 1);
    var weight = power(variant.length - i - 1);
    var before = start * ExactNames.FACTOR * weight + end;
    for (var letter : alphabet) {
      variant[i] = letter;
      if (names.contains(variant, before + (letter & 0xFF) * weight)) {
        return true;
      }
    }
    return false;
  }

  boolean hasOneLess(byte[] word) {
    var variant = new byte[word.length - 1];
    System.arraycopy(word, 1, variant, 0, variant.length);
    for (var i = 0; i < word.length; i++) {
      if (names.contains(variant, hash(variant, 0))) {
        return true;
      }
      if (i < variant.length) {
        variant[i] = word[i];
      }
    }
    return false;
  }

  private static int hash(byte[] text, int from) {
    var hash = 0;
    for (var i = from; i < text.length; i++) {
      hash = ExactNames.FACTOR * hash + (text[i] & 0xFF);
    }
    return hash;
  }

  private static int power(int exponent) {
    var power = 1;
    for (var i = 0; i < exponent; i++) {
      power *= ExactNames.FACTOR;
    }
    return power;
  }
}
