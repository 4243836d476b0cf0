package gantry.bench.followers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up followers: names that many share, handles of letters that nobody shares. */
final class Audience {
  private static final List<String> FIRST =
      List.of(
          "Rahul",
          "Priya",
          "Simran",
          "Arjun",
          "Emily",
          "राहुल",
          "ரவி",
          "𝓐𝓷𝓳𝓪𝓵𝓲",
          "Zoe",
          "Imran");
  private static final List<String> LAST =
      List.of("Sharma", "Arora", "Deshpande", "Müller", "Patil", "Jackson", "കുമാർ", "Rossi", "V");
  private static final int LETTERS = 26;

  private Audience() {}

  static String lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(Audience::line).collect(Collectors.joining("\n"));
  }

  private static String line(int i) {
    return "{\"handle\":\"%s_%s\",\"fullName\":\"%s %s %s\",\"followers\":%d,\"posts\":%d}"
        .formatted(
            letters(i),
            "fan",
            FIRST.get(i % FIRST.size()),
            letters(i % 7919),
            LAST.get(i % LAST.size()),
            i % 991,
            i % 83);
  }

  private static String letters(int number) {
    var letters = new StringBuilder();
    for (var rest = number; rest > 0 || letters.isEmpty(); rest /= LETTERS) {
      letters.append((char) ('a' + rest % LETTERS));
    }
    return letters.toString();
  }
}
