package gantry.bench.followers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.bench.followers.NameShapeFit.Labelled;
import gantry.fakefollowers.model.Feature;
import gantry.fakefollowers.model.KnownCounts;
import gantry.fakefollowers.names.NameList;
import gantry.fakefollowers.names.NameShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits the models of functions/fake-followers and reports what they are worth: five-fold on each
 * set, and from one set to the other. Arguments: the folder of the data, the resources' folder.
 */
public final class FitFollowerModel {
  private static final String VERSION = "2026-11-22";
  private static final int FOLDS = 5;
  private static final List<Feature> HANDLE =
      Arrays.stream(Feature.values()).filter(feature -> !feature.isOfProfile()).toList();
  private static final List<Feature> PROFILE =
      Arrays.stream(Feature.values()).filter(Feature::isOfProfile).toList();

  private FitFollowerModel() {}

  public static void main(String... args) throws IOException {
    var from = Path.of(args[0]);
    var into = Path.of(args[1]);
    fitFollowers(from, into);
    fitNames(from, into);
  }

  private static void fitFollowers(Path from, Path into) throws IOException {
    var bought = LabelledRows.handles(from.resolve("dev-cresci2015-INT-vs-E13.csv"));
    var bots = LabelledRows.handles(from.resolve("dev-kaggle-twitter-bots-2017.csv"));
    var profiles = LabelledRows.profiles(from.resolve("profile-counts.jsonl"));
    var both = new ArrayList<>(bought);
    both.addAll(bots);
    report("bought followers, 5-fold", folds(HANDLE, bought));
    report("bots, 5-fold", folds(HANDLE, bots));
    report("both, 5-fold", folds(HANDLE, both));
    report("bought followers -> bots", transfer(HANDLE, bought, bots));
    report("bots -> bought followers", transfer(HANDLE, bots, bought));
    report("profile counts, 5-fold", folds(PROFILE, profiles));
    reportSomeCounts(profiles);
    var handle = new AdditiveFit(HANDLE, both);
    var profile = new AdditiveFit(PROFILE, profiles);
    var text =
        "# Made by gantry.bench.followers.FitFollowerModel: feature, edges of its bins, weights.\n"
            + String.format(Locale.ROOT, "version %s%n", VERSION)
            + String.format(Locale.ROOT, "handle-intercept %.4f%n", handle.intercept())
            + String.format(Locale.ROOT, "profile-base %.4f%n", base(profiles))
            + handle.lines()
            + profile.lines()
            + countLines(profile, profiles);
    Files.writeString(into.resolve("follower-model.txt"), text);
  }

  private static void report(String what, Quality quality) {
    System.out.printf("%-28s %s%n", what, quality);
  }

  private static Quality folds(List<Feature> features, List<Sample> samples) {
    return folds(samples, train -> new AdditiveFit(features, train)::probability);
  }

  /** Fold i is each fifth row from i on, so that a run tomorrow has the same folds. */
  private static Quality folds(
      List<Sample> samples, Function<List<Sample>, ToDoubleFunction<Sample>> fit) {
    var quality = new Quality();
    for (var fold = 0; fold < FOLDS; fold++) {
      var train = new ArrayList<Sample>();
      var test = new ArrayList<Sample>();
      for (var i = 0; i < samples.size(); i++) {
        (i % FOLDS == fold ? test : train).add(samples.get(i));
      }
      judge(fit.apply(train), test, quality);
    }
    return quality;
  }

  private static String countLines(AdditiveFit profile, List<Sample> profiles) {
    return someCounts()
        .map(counts -> new CountsFit(profile, counts, profiles).line(counts, base(profiles)))
        .collect(Collectors.joining());
  }

  /** Every choice of counts that a producer may give. */
  private static Stream<KnownCounts> someCounts() {
    return IntStream.rangeClosed(1, KnownCounts.ALL.set()).mapToObj(KnownCounts::new);
  }

  /** The log-odds of the set. */
  private static double base(List<Sample> samples) {
    var fakes = (double) samples.stream().filter(Sample::fake).count();
    return Math.log(fakes / (samples.size() - fakes));
  }

  private static void reportSomeCounts(List<Sample> samples) {
    var errors =
        someCounts()
            .map(counts ->
                folds(
                    samples,
                    train -> {
                      var fit = new CountsFit(new AdditiveFit(PROFILE, train), counts, train);
                      return fit::probability;
                    }))
            .mapToDouble(Quality::calibrationError)
            .summaryStatistics();
    System.out.printf(
        "%-28s ECE %.3f at most, %.3f on average%n",
        "each choice of counts, 5-fold", errors.getMax(), errors.getAverage());
  }

  private static Quality transfer(List<Feature> features, List<Sample> from, List<Sample> to) {
    var quality = new Quality();
    judge(new AdditiveFit(features, from)::probability, to, quality);
    return quality;
  }

  private static void judge(
      ToDoubleFunction<Sample> probability, List<Sample> samples, Quality quality) {
    samples.forEach(sample -> quality.add(probability.applyAsDouble(sample), sample.fake()));
  }

  private static void fitNames(Path from, Path into) throws IOException {
    var lists = new ObjectMapper().readTree(from.resolve("names-permissive.json").toFile());
    var names = new ArrayList<>(labelled(lists.get("indian"), true));
    names.addAll(labelled(lists.get("foreign"), false));
    var quality = new Quality();
    for (var fold = 0; fold < FOLDS; fold++) {
      var train = new ArrayList<Labelled>();
      var test = new ArrayList<Labelled>();
      for (var i = 0; i < names.size(); i++) {
        (i % FOLDS == fold ? test : train).add(names.get(i));
      }
      var shape = new NameShape(new NameShapeFit(train).bytes());
      test.forEach(name -> quality.add(shape.indian(name.word()), name.indian()));
    }
    report("Indian names, 5-fold", quality);
    Files.write(into.resolve("name-shape.bin"), new NameShapeFit(names).bytes());
    try (var file = Files.newOutputStream(into.resolve("names.bin"))) {
      NameList.of(sorted(lists.get("indian"))).write(file);
    }
  }

  private static List<Labelled> labelled(JsonNode names, boolean indian) {
    return sorted(names).stream()
        .filter(name -> name.matches("[a-z]{2,}"))
        .map(name -> new Labelled(name, indian))
        .toList();
  }

  private static List<String> sorted(JsonNode names) {
    var sorted = new TreeSet<String>();
    names.forEach(name -> sorted.add(name.asText()));
    return List.copyOf(sorted);
  }
}
