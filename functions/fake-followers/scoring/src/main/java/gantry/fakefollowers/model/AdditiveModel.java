package gantry.fakefollowers.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * A logistic model that adds one number per feature, so that each number explains its part. The
 * file, made by infra/bench, gives the edges of each feature's bins and the bins' weights.
 */
final class AdditiveModel {
  private static final String FILE = "/gantry/fakefollowers/follower-model.txt";

  private final Map<Feature, Bins> bins = new EnumMap<>(Feature.class);
  private String version = "";
  private final Map<KnownCounts, Scale> counts = new HashMap<>();
  private double handleIntercept;
  private double profileBase;

  AdditiveModel(String text) {
    text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
  }

  static AdditiveModel shipped() {
    try (var file = AdditiveModel.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The jar lacks " + FILE);
      }
      return new AdditiveModel(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    var words = line.split(" ", -1);
    switch (words[0]) {
      case "version" -> version = words[1];
      case "handle-intercept" -> handleIntercept = Double.parseDouble(words[1]);
      case "profile-base" -> profileBase = Double.parseDouble(words[1]);
      case "counts" ->
          counts.put(
              new KnownCounts(Integer.parseInt(words[1])),
              new Scale(Double.parseDouble(words[2]), Double.parseDouble(words[3])));
      default ->
          bins.put(Feature.valueOf(words[0]), new Bins(numbers(words[1]), numbers(words[2])));
    }
  }

  private static double[] numbers(String text) {
    return text.isEmpty()
        ? new double[0]
        : Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  String version() {
    return version;
  }

  double handleIntercept() {
    return handleIntercept;
  }

  /** The log-odds of a profile of which nothing is known yet. */
  double profileBase() {
    return profileBase;
  }

  /** How much the known counts say together. */
  Scale scale(KnownCounts known) {
    return counts.getOrDefault(known, Scale.NOTHING);
  }

  /** What the feature adds to the log-odds; nothing where it is unknown. */
  double contribution(Feature feature, FeatureValues values) {
    var known = bins.get(feature);
    return known == null || !values.knows(feature) ? 0 : known.weight(values.get(feature));
  }

  /**
   * What makes log-odds of the sum of some counts' contributions.
   *
   * @param shift beside the base
   */
  record Scale(double shift, double slope) {
    static final Scale NOTHING = new Scale(0, 0);
  }

  /** Bin i holds what is at least edge i-1 and less than edge i. */
  private static final class Bins {
    private final double[] edges;
    private final double[] weights;

    Bins(double[] edges, double[] weights) {
      this.edges = edges;
      this.weights = weights;
    }

    double weight(double value) {
      var bin = 0;
      while (bin < edges.length && value >= edges[bin]) {
        bin++;
      }
      return weights[bin];
    }
  }
}
