package gantry.fakefollowers.audit;

import gantry.fakefollowers.model.Reason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Followers for a spreadsheet, in which a name must not become a formula (OWASP, CSV injection).
 */
final class FollowerCsv {
  private static final String HEADER =
      "handle,fullName,verdict,probability,reasons,model,classicFinal,classicSimilarity,"
          + "classicNameScore\r\n";
  private static final String STARTS_FORMULA = "=+-@\t\r\n|%＝＋－＠";
  private static final int MOST_REASONS = 3;

  private FollowerCsv() {}

  static String of(List<FollowerView> followers) {
    return followers.stream().map(FollowerCsv::row).collect(Collectors.joining("", HEADER, ""));
  }

  private static String row(FollowerView follower) {
    return Stream.of(
            follower.handle(),
            follower.fullName(),
            follower.v2().verdict().name(),
            String.valueOf(follower.v2().probability()),
            reasons(follower),
            follower.v2().model(),
            String.valueOf(follower.classic().verdict()),
            String.valueOf(follower.classic().similarity()),
            String.valueOf(follower.classic().nameScore()))
        .map(FollowerCsv::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String reasons(FollowerView follower) {
    return follower.v2().reasons().stream()
        .limit(MOST_REASONS)
        .map(Reason::feature)
        .collect(Collectors.joining(" "));
  }

  static String cell(String text) {
    return '"' + (startsFormula(text) ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  /** Spreadsheets skip blanks before a formula. */
  private static boolean startsFormula(String text) {
    var stripped = text.stripLeading();
    return (!text.isEmpty() && isSign(text.charAt(0)))
        || (!stripped.isEmpty() && isSign(stripped.charAt(0)));
  }

  private static boolean isSign(char letter) {
    return STARTS_FORMULA.indexOf(letter) >= 0;
  }
}
