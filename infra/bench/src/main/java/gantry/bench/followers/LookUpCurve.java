package gantry.bench.followers;

import gantry.fakefollowers.names.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What a look-up costs beside the length of the list, up to a million names, as a plot. The names
 * are made from a list's own sequences of letters. Arguments: a list of names, the plot's file.
 */
public final class LookUpCurve {
  private static final int[] SIZES = {
    1_000, 3_000, 10_000, 35_000, 100_000, 200_000, 350_000, 500_000, 700_000, 1_000_000
  };
  private static final int WORDS = 500;
  private static final Duration ROUND = Duration.ofSeconds(1);

  private double sink;

  private LookUpCurve() {}

  public static void main(String... args) throws IOException {
    var made = new MadeUpNames(Files.readAllLines(Path.of(args[0])));
    var names = new LinkedHashSet<String>();
    var random = new Random(7);
    while (names.size() < SIZES[SIZES.length - 1] + WORDS) {
      names.add(made.next(random));
    }
    var all = new ArrayList<>(names);
    var unknown = all.subList(all.size() - WORDS, all.size());
    var points = new ArrayList<LookUpPlot.Point>();
    for (var size : SIZES) {
      points.add(new LookUpCurve().measure(all.subList(0, size), unknown));
    }
    Files.writeString(Path.of(args[1]), LookUpPlot.svg(points));
  }

  private LookUpPlot.Point measure(List<String> names, List<String> unknown) {
    var lexicon = new Lexicon(names);
    Runnable run = () -> unknown.forEach(word -> sink += lexicon.score(word));
    CpuRate.of(ROUND, WORDS, run);
    var micros = 1e6 / CpuRate.of(ROUND, WORDS, run);
    System.out.printf(Locale.ROOT, "%,9d names: %8.2f us%n", names.size(), micros);
    return new LookUpPlot.Point(names.size(), micros);
  }
}
