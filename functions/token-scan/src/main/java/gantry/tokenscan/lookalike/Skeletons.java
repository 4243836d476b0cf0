package gantry.tokenscan.lookalike;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that look alike have one skeleton (UTS #39); the build makes the table. */
final class Skeletons {
  private static final Map<Integer, String> TABLE = table();

  private Skeletons() {}

  static String of(String text) {
    var shapes =
        Normalizer.normalize(text, Form.NFD)
            .codePoints()
            .mapToObj(point -> TABLE.getOrDefault(point, Character.toString(point)))
            .collect(Collectors.joining());
    return Normalizer.normalize(shapes, Form.NFD);
  }

  private static Map<Integer, String> table() {
    try (var in = Skeletons.class.getResourceAsStream("skeletons.txt")) {
      if (in == null) {
        throw new IllegalStateException("The build did not make skeletons.txt");
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("=", 2))
          .collect(Collectors.toMap(line -> point(line[0]), line -> text(line[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String points) {
    return Stream.of(points.split(" "))
        .filter(point -> !point.isEmpty())
        .map(point -> Character.toString(point(point)))
        .collect(Collectors.joining());
  }

  private static int point(String hex) {
    return Integer.parseInt(hex, 16);
  }
}
