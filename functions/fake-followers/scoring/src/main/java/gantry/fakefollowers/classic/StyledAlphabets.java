package gantry.fakefollowers.classic;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The thirteen styled alphabets and the digits that the original knew; others stay as they are. */
final class StyledAlphabets {
  private static final int LAST_ASCII = 0x7F;
  private static final int LETTERS = 26;

  /** Bold, bold script, double-struck, bold Fraktur, three sans and monospace; no serif italics. */
  private static final IntStream MATHEMATICAL =
      IntStream.of(0x1D400, 0x1D4D0, 0x1D538, 0x1D56C, 0x1D5D4, 0x1D608, 0x1D63C, 0x1D670);

  /** Unicode keeps the double-struck letters that mathematicians use most elsewhere. */
  private static final Stream<Run> DOUBLE_STRUCK =
      Stream.of(
          new Run(0x2102, 1, 'C'),
          new Run(0x210D, 1, 'H'),
          new Run(0x2115, 1, 'N'),
          new Run(0x2119, 2, 'P'),
          new Run(0x211D, 1, 'R'),
          new Run(0x2124, 1, 'Z'));

  private static final Stream<Run> OTHERS =
      Stream.of(
          new Run(0x24B6, LETTERS, 'A'), // circled
          new Run(0x24D0, LETTERS, 'a'),
          new Run(0xFF21, LETTERS, 'A'), // full-width
          new Run(0xFF41, LETTERS, 'a'),
          new Run(0x1F130, LETTERS, 'A'), // squared
          new Run(0x1F150, LETTERS, 'a'), // negative circled
          new Run(0x1F170, LETTERS, 'A'), // negative squared
          new Run(0x2460, 9, '1'),
          new Run(0x24EA, 1, '0'),
          new Run(0x278A, 9, '1'),
          new Run(0x24FF, 1, '0'),
          new Run(0xFF10, 10, '0'));

  private static final Stream<Run> MATHEMATICAL_DIGITS =
      IntStream.range(0, 5).mapToObj(alphabet -> new Run(0x1D7CE + 10 * alphabet, 10, '0'));

  private static final List<Run> RUNS =
      Stream.of(
              MATHEMATICAL
                  .boxed()
                  .flatMap(first ->
                      Stream.of(
                          new Run(first, LETTERS, 'A'), new Run(first + LETTERS, LETTERS, 'a'))),
              DOUBLE_STRUCK,
              OTHERS,
              MATHEMATICAL_DIGITS)
          .flatMap(runs -> runs)
          .toList();

  private StyledAlphabets() {}

  /** Replaces each styled letter and digit by its plain one. */
  static String plain(String text) {
    if (text.chars().allMatch(letter -> letter <= LAST_ASCII)) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    text.codePoints().map(StyledAlphabets::plain).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int plain(int codePoint) {
    for (var run : RUNS) {
      if (codePoint >= run.first && codePoint < run.first + run.length) {
        return run.plain + codePoint - run.first;
      }
    }
    return codePoint;
  }

  private record Run(int first, int length, char plain) {}
}
