package gantry.fakefollowers.audit;

import java.util.List;
import java.util.Locale;

/** How many followers are how probably fake, as a picture. */
final class Histogram {
  private static final int COLUMN_WIDTH = 28;
  private static final int HEIGHT = 160;
  private static final int MARGIN = 30;

  private Histogram() {}

  static String svg(List<Long> columns) {
    var width = 2 * MARGIN + COLUMN_WIDTH * columns.size();
    var most = Math.max(1, columns.stream().mapToLong(Long::longValue).max().orElse(1));
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="11">
        <title>Followers by their probability of being fake</title>
        """
            .formatted(width, HEIGHT + 2 * MARGIN));
    for (var i = 0; i < columns.size(); i++) {
      svg.append(column(i, columns, most));
    }
    return svg.append(axis(width)).append("</svg>\n").toString();
  }

  private static String column(int i, List<Long> columns, long most) {
    var number = columns.get(i);
    var height = (double) HEIGHT * number / most;
    var from = (double) i / columns.size();
    var to = (double) (i + 1) / columns.size();
    return String.format(
        Locale.ROOT,
        "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\">"
            + "<title>%.2f to %.2f: %d</title></rect>%n",
        MARGIN + i * COLUMN_WIDTH,
        MARGIN + HEIGHT - height,
        COLUMN_WIDTH - 2,
        height,
        from >= 0.5 ? "#c0392b" : "#2e86ab",
        from,
        to,
        number);
  }

  private static String axis(int width) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%1$d\" y1=\"%2$d\" x2=\"%3$d\" y2=\"%2$d\" stroke=\"#333\"/>%n"
            + "<text x=\"%1$d\" y=\"%4$d\">real</text>%n"
            + "<text x=\"%3$d\" y=\"%4$d\" text-anchor=\"end\">fake</text>%n",
        MARGIN,
        MARGIN + HEIGHT,
        width - MARGIN,
        MARGIN + HEIGHT + 16);
  }
}
