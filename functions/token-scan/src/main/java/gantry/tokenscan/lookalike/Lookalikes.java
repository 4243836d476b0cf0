package gantry.tokenscan.lookalike;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which a symbol can be read; two with a common one may be taken for each other. */
final class Lookalikes {
  /** What is drawn beside a letter, or not at all: marks, blanks, controls, a currency sign. */
  private static final Pattern DECORATION = Pattern.compile("[\\p{M}\\p{Z}\\p{C}$]");

  private Lookalikes() {}

  /**
   * In its own case, where I and l look alike, and in upper and lower case, because a wallet may
   * show either.
   */
  static Set<String> of(String symbol) {
    var plain = bare(Normalizer.normalize(symbol, Form.NFKC));
    return Stream.of(plain, plain.toUpperCase(Locale.ROOT), plain.toLowerCase(Locale.ROOT))
        .map(variant -> bare(Skeletons.of(variant)))
        .filter(skeleton -> !skeleton.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String bare(String text) {
    return DECORATION.matcher(text).replaceAll("");
  }
}
