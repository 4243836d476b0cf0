package gantry.fakefollowers.similarity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A string prepared for bit-parallel longest common subsequences with others (Hyyrö 2004). */
final class Needle {
  private static final int ASCII = 128;
  private static final long[] ABSENT = new long[0];

  private final int length;
  private final int words;
  private final long[] ascii;
  private final Map<Integer, long[]> others = new HashMap<>(0);

  Needle(int[] codePoints) {
    length = codePoints.length;
    words = Math.max(1, (length + Long.SIZE - 1) / Long.SIZE);
    ascii = new long[ASCII * words];
    for (var i = 0; i < length; i++) {
      mark(codePoints[i], i);
    }
  }

  private void mark(int codePoint, int position) {
    var word = position / Long.SIZE;
    if (codePoint < ASCII) {
      ascii[codePoint * words + word] |= 1L << position;
    } else {
      others.computeIfAbsent(codePoint, _ -> new long[words])[word] |= 1L << position;
    }
  }

  boolean contains(int codePoint) {
    if (codePoint >= ASCII) {
      return others.containsKey(codePoint);
    }
    var any = 0L;
    for (var word = 0; word < words; word++) {
      any |= ascii[codePoint * words + word];
    }
    return any != 0;
  }

  /** The longest common subsequence with text[from, to). */
  int common(int[] text, int from, int to) {
    return words == 1 ? commonShort(text, from, to) : commonLong(text, from, to);
  }

  private int commonShort(int[] text, int from, int to) {
    var state = -1L;
    for (var i = from; i < to; i++) {
      var hits = state & mask(text[i]);
      state = (state + hits) | (state - hits);
    }
    return Long.bitCount(~state);
  }

  /** After how many common letters stands each prefix of the text, up to the given length. */
  int[] commonOfPrefixes(int[] text, int longest) {
    var common = new int[longest + 1];
    var state = new long[words];
    Arrays.fill(state, -1L);
    for (var i = 0; i < longest; i++) {
      step(state, text[i]);
      common[i + 1] = zeros(state);
    }
    return common;
  }

  private int commonLong(int[] text, int from, int to) {
    var state = new long[words];
    Arrays.fill(state, -1L);
    for (var i = from; i < to; i++) {
      step(state, text[i]);
    }
    return zeros(state);
  }

  private void step(long[] state, int codePoint) {
    var other = codePoint < ASCII ? ABSENT : others.getOrDefault(codePoint, ABSENT);
    var carry = 0L;
    for (var word = 0; word < words; word++) {
      var mask = codePoint < ASCII ? ascii[codePoint * words + word] : part(other, word);
      var hits = state[word] & mask;
      var sum = state[word] + hits + carry;
      carry = carryOf(state[word], hits, sum);
      state[word] = sum | (state[word] - hits);
    }
  }

  private static long carryOf(long first, long second, long sum) {
    return ((first & second) | ((first | second) & ~sum)) >>> (Long.SIZE - 1);
  }

  private static long part(long[] masks, int word) {
    return masks.length == 0 ? 0 : masks[word];
  }

  private long mask(int codePoint) {
    return codePoint < ASCII ? ascii[codePoint] : part(others.getOrDefault(codePoint, ABSENT), 0);
  }

  private static int zeros(long[] state) {
    var zeros = 0;
    for (var word : state) {
      zeros += Long.bitCount(~word);
    }
    return zeros;
  }

  int length() {
    return length;
  }
}
