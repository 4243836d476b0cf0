package gantry.tokenscan;

import gantry.tokenscan.judgement.Level;
import gantry.tokenscan.judgement.Severity;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A judged token as a card for a chat. What others wrote stands in code spans: nothing in there is
 * a link, a mention or a mark, as long as no back-quote ends it.
 */
final class RiskCard {
  private static final int CELLS = 10;
  private static final int LONGEST = 60;

  /** Controls, line ends, and what turns the direction of writing. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}`]+");

  private RiskCard() {}

  static String of(List<RiskView> risks) {
    return risks.stream().map(RiskCard::of).collect(Collectors.joining("\n---\n\n"))
        + "\n_This is not financial advice._\n";
  }

  private static String of(RiskView risk) {
    return """
    **%s** %s%s
    %s (%s) on %s
    %s

    %s

    %s
    """
        .formatted(
            risk.level(),
            bar(risk),
            risk.score() == null ? "" : " " + risk.score() + "/100",
            quoted(risk.name()),
            quoted(risk.symbol()),
            quoted(risk.chain()),
            quoted(risk.address()),
            risk.verdict(),
            findings(risk));
  }

  private static String bar(RiskView risk) {
    if (risk.level() == Level.UNKNOWN || risk.score() == null) {
      return "?".repeat(CELLS);
    }
    var full = (risk.score() + CELLS - 1) / CELLS;
    return "\u2588".repeat(full) + "\u2591".repeat(CELLS - full);
  }

  private static String findings(RiskView risk) {
    return risk.findings().stream()
        .map(RiskCard::line)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String line(RiskView.Found found) {
    var evidence = found.evidence().isEmpty() ? "" : " " + quoted(found.evidence());
    var mark = found.severity() == Severity.INFO ? "- " : "- **" + found.severity() + "** ";
    return mark + found.detail() + evidence;
  }

  private static String quoted(@Nullable String text) {
    var plain = text == null ? "" : INVISIBLE.matcher(text).replaceAll(" ").strip();
    var points = plain.codePoints().limit(LONGEST).toArray();
    return points.length == 0 ? "`?`" : "`" + new String(points, 0, points.length) + "`";
  }
}
