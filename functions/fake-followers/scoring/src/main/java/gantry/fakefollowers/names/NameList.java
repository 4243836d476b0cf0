package gantry.fakefollowers.names;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One-word names by length, those with like letters side by side: as the index wants them, in
 * memory and in a file.
 */
public final class NameList {
  static final int LONGEST = 64;

  private static final Comparator<String> ALIKE_TOGETHER =
      Comparator.comparingLong(NameList::bag).thenComparing(Comparator.naturalOrder());

  private final byte[][] byLength;

  private NameList(byte[][] byLength) {
    this.byLength = byLength;
  }

  /** Takes words of ISO 8859-1, at most 64 long, in any order. */
  public static NameList of(Collection<String> words) {
    var sorted = words.stream().distinct().sorted(ALIKE_TOGETHER).toList();
    var shelved = new ArrayList<List<String>>();
    for (var length = 0; length <= LONGEST; length++) {
      shelved.add(new ArrayList<>());
    }
    sorted.forEach(word -> shelved.get(word.length()).add(word));
    var byLength = new byte[LONGEST + 1][];
    for (var length = 0; length <= LONGEST; length++) {
      byLength[length] = String.join("", shelved.get(length)).getBytes(ISO_8859_1);
    }
    return new NameList(byLength);
  }

  private static long bag(String word) {
    var letters = word.getBytes(ISO_8859_1);
    return LetterBag.of(letters, 0, letters.length) ^ Long.MIN_VALUE;
  }

  /** Reads what {@link #write} wrote, without looking at a single name. */
  static NameList read(InputStream from) throws IOException {
    var in = new DataInputStream(from);
    var byLength = new byte[LONGEST + 1][];
    for (var length = 0; length <= LONGEST; length++) {
      byLength[length] = in.readNBytes(in.readInt());
    }
    return new NameList(byLength);
  }

  public void write(OutputStream into) throws IOException {
    var out = new DataOutputStream(into);
    for (var letters : byLength) {
      out.writeInt(letters.length);
      out.write(letters);
    }
    out.flush();
  }

  Shelf[] shelves() {
    var shelves = new Shelf[byLength.length];
    for (var length = 0; length < shelves.length; length++) {
      shelves[length] = new Shelf(length, byLength[length]);
    }
    return shelves;
  }
}
