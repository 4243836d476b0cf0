package gantry.fakefollowers.names;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How probably a word is an Indian name, by the sequences of two to four letters in it. */
public final class NameShape {
  public static final int BUCKETS = 1 << 14;
  private static final String FILE = "/gantry/fakefollowers/name-shape.bin";
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;
  private static final int FACTOR = 31;
  private static final int GOLDEN_RATIO = 0x9E3779B9;

  /** Weights are stored as whole numbers of this size, one byte each. */
  public static final double STEP = 1.0 / 32;

  private final byte[] weights;

  public NameShape(byte[] weights) {
    this.weights = weights.clone();
  }

  /** The model that infra/bench fitted. */
  public static NameShape shipped() {
    try (var file = NameShape.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The jar lacks " + FILE);
      }
      return new NameShape(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a word of a-z. */
  public double indian(String word) {
    var sum = 0;
    for (var bucket : buckets(word)) {
      sum += weights[bucket];
    }
    return 1 / (1 + Math.exp(-sum * STEP));
  }

  /** The buckets of a word's letter sequences, with marks at its ends; bucket 0 is the constant. */
  public static int[] buckets(String word) {
    var marked = "^" + word + "$";
    var buckets = new int[1 + count(marked.length())];
    var next = 1;
    for (var from = 0; from < marked.length(); from++) {
      var hash = 0;
      for (var to = from; to < Math.min(marked.length(), from + LONGEST); to++) {
        hash = FACTOR * hash + marked.charAt(to);
        if (to - from + 1 >= SHORTEST) {
          buckets[next++] = 1 + ((hash * GOLDEN_RATIO) >>> 8) % (BUCKETS - 1);
        }
      }
    }
    return buckets;
  }

  private static int count(int length) {
    var count = 0;
    for (var size = SHORTEST; size <= LONGEST; size++) {
      count += Math.max(0, length - size + 1);
    }
    return count;
  }
}
