package gantry.bench.followers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Microseconds per look-up over names in the list, beside a line of growth like the list's own. */
final class LookUpPlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int MARGIN = 60;

  private final List<Point> points;
  private final double mostNames;
  private final double mostMicros;

  private LookUpPlot(List<Point> points) {
    this.points = points;
    this.mostNames = points.stream().mapToDouble(Point::names).max().orElse(1);
    this.mostMicros = points.stream().mapToDouble(Point::micros).max().orElse(1);
  }

  record Point(int names, double micros) {}

  static String svg(List<Point> points) {
    return new LookUpPlot(points).svg();
  }

  private String svg() {
    return String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
            <title>CPU time of a look-up without exact hit over the length of the list</title>
            <rect width="100%%" height="100%%" fill="white"/>
            """,
            WIDTH + 2 * MARGIN,
            HEIGHT + 2 * MARGIN)
        + line("#999", "4 4", List.of(new Point(0, 0), points.getLast()))
        + line("#2e86ab", "none", points)
        + points.stream().map(this::mark).collect(Collectors.joining())
        + axes()
        + "</svg>\n";
  }

  private String line(String colour, String dashes, List<Point> along) {
    var places =
        along.stream()
            .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point), y(point)))
            .collect(Collectors.joining(" "));
    return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" points=\"%s\"/>%n"
        .formatted(colour, dashes, places);
  }

  private String mark(Point point) {
    return String.format(
        Locale.ROOT,
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#2e86ab\"><title>%,d names: %.1f"
            + " µs</title></circle>%n<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n",
        x(point),
        y(point),
        point.names(),
        point.micros(),
        x(point) - 5,
        y(point) - 7,
        point.micros());
  }

  private String axes() {
    return String.format(
        Locale.ROOT,
        "<path d=\"M%1$d %1$d V%2$d H%3$d\" fill=\"none\" stroke=\"#333\"/>%n<text x=\"%1$d\""
            + " y=\"40\">µs of CPU per look-up without exact hit; dashed: as the list"
            + " grows</text>%n<text x=\"%3$d\" y=\"%4$d\" text-anchor=\"end\">%5$,.0f"
            + " names</text>%n",
        MARGIN,
        MARGIN + HEIGHT,
        MARGIN + WIDTH,
        MARGIN + HEIGHT + 20,
        mostNames);
  }

  private double x(Point point) {
    return MARGIN + WIDTH * point.names() / mostNames;
  }

  private double y(Point point) {
    return MARGIN + HEIGHT * (1 - point.micros() / mostMicros);
  }
}
