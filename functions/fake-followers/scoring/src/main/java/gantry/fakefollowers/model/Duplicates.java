package gantry.fakefollowers.model;

import gantry.fakefollowers.script.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evidence that only the whole audit has: how many of its followers have the same name, or a handle
 * of the same pattern. Not fitted, since no labelled set has audits; so it is small for names,
 * which may well be frequent, and larger for handles that differ in a counter only.
 */
public record Duplicates(int nameLevel, int handleLevel) {
  public static final Duplicates NONE = new Duplicates(0, 0);

  private static final int[] MORE_THAN = {3, 5, 10};
  private static final double[] OF_NAME = {0, 0.2, 0.4, 0.7};
  private static final double[] OF_HANDLE = {0, 0.5, 1, 1.6};
  private static final Pattern COUNTER = Pattern.compile("[0-9]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

  /** 0 to 3: up to three, more than three, than five, than ten. */
  public static int level(int members) {
    var level = 0;
    while (level < MORE_THAN.length && members > MORE_THAN[level]) {
      level++;
    }
    return level;
  }

  /** What equal names have in common, whatever their capitals, signs and alphabets. */
  public static Optional<String> nameKey(String fullName) {
    var words = NO_LETTERS.matcher(PlainText.of(fullName).toLowerCase(Locale.ROOT));
    return Optional.of(words.replaceAll(" ").strip()).filter(name -> !name.isEmpty());
  }

  /** What handles have in common that only differ in their counters. */
  public static Optional<String> handleKey(String handle) {
    var plain = PlainText.of(handle).toLowerCase(Locale.ROOT).strip();
    return Optional.of(COUNTER.matcher(plain).replaceAll("#")).filter(key -> !key.isEmpty());
  }

  List<Reason> reasons() {
    return Stream.of(
            new Reason("duplicateName", OF_NAME[nameLevel]),
            new Reason("duplicateHandlePattern", OF_HANDLE[handleLevel]))
        .filter(reason -> reason.contribution() > 0)
        .toList();
  }
}
