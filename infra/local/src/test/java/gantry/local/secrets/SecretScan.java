package gantry.local.secrets;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what looks like a secret: known forms, and long texts that are too random for words. */
public final class SecretScan {
  /** The forms are split up here, or the scan would find itself. */
  private static final List<Pattern> FORMS =
      Stream.of(
              "-----BEGIN [A-Z ]*PRIVATE" + " KEY-----",
              "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b",
              "\\bgh[pousr]_[A-Za-z0-9]{36,}",
              "\\bgithub_pat_[A-Za-z0-9_]{30,}",
              "\\bxox[abprs]-[A-Za-z0-9-]{10,}",
              "\\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}",
              "\\bpdl_(?:live|sdbx)_[a-z0-9_]{20,}",
              "\\bAIza[A-Za-z0-9_-]{35}",
              "\\bya29\\.[A-Za-z0-9_-]{20,}",
              "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}",
              "\\b[a-z]+://[^\\s/:@\"']{1,64}:[^\\s/:@\"'{}$]{6,}@[a-z0-9]")
          .map(Pattern::compile)
          .toList();

  /** What only randomness makes: letters of both cases and digits, no words, no separators. */
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9+/_-]{32,}={0,2}");

  /** An address or a transaction of Bitcoin's kin; public by nature, and all over our tests. */
  private static final Pattern BASE58 = Pattern.compile("[1-9A-HJ-NP-Za-km-z]+");

  private static final double BITS = 4.5;

  private SecretScan() {}

  /** Every finding of a text, line by line. */
  public static List<String> findings(String text) {
    return text.lines().flatMap(SecretScan::inLine).distinct().toList();
  }

  private static Stream<String> inLine(String line) {
    var known = FORMS.stream().flatMap(form -> form.matcher(line).results());
    var random = TEXT.matcher(line).results().filter(text -> isRandom(text.group()));
    return Stream.concat(known, random).map(MatchResult::group);
  }

  private static boolean isRandom(String text) {
    return !text.startsWith("/")
        && !BASE58.matcher(text).matches()
        && text.chars().anyMatch(Character::isUpperCase)
        && text.chars().anyMatch(Character::isLowerCase)
        && text.chars().filter(Character::isDigit).count() > 2
        && entropy(text) >= BITS;
  }

  /** Bits per character. */
  private static double entropy(String text) {
    Map<Integer, Long> counts =
        text.chars().boxed().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
    return counts.values().stream()
        .mapToDouble(count -> (double) count / text.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
