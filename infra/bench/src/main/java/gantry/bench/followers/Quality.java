package gantry.bench.followers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How good probabilities are: F1 at one half, ranking (AUC) and calibration (ECE, ten bins). */
final class Quality {
  private static final int BINS = 10;

  private final List<Guess> guesses = new ArrayList<>();

  void add(double probability, boolean fake) {
    guesses.add(new Guess(probability, fake));
  }

  double f1() {
    var hits = guesses.stream().filter(guess -> guess.fake && guess.probability >= 0.5).count();
    var called = guesses.stream().filter(guess -> guess.probability >= 0.5).count();
    return 2.0 * hits / (called + fakes());
  }

  private long fakes() {
    return guesses.stream().filter(Guess::fake).count();
  }

  /** By ranks; equal probabilities share theirs. */
  double auc() {
    var sorted = guesses.stream().sorted(Comparator.comparingDouble(Guess::probability)).toList();
    var ranks = 0.0;
    var from = 0;
    while (from < sorted.size()) {
      var to = from;
      while (to < sorted.size() && sorted.get(to).probability == sorted.get(from).probability) {
        to++;
      }
      var fakes = sorted.subList(from, to).stream().filter(Guess::fake).count();
      ranks += fakes * (from + 1 + to) / 2.0;
      from = to;
    }
    var fakes = fakes();
    return (ranks - fakes * (fakes + 1) / 2.0) / (fakes * (guesses.size() - fakes));
  }

  double calibrationError() {
    var error = 0.0;
    for (var bin = 0; bin < BINS; bin++) {
      var own = bin;
      var inside =
          guesses.stream()
              .filter(guess -> Math.min(BINS - 1, (int) (guess.probability * BINS)) == own)
              .toList();
      var said = inside.stream().mapToDouble(Guess::probability).sum();
      error += Math.abs(said - inside.stream().filter(Guess::fake).count());
    }
    return error / guesses.size();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "F1 %.3f  AUC %.3f  ECE %.3f", f1(), auc(), calibrationError());
  }

  private record Guess(double probability, boolean fake) {}
}
