package gantry.bench.followers;

import gantry.fakefollowers.model.Feature;
import java.util.List;
import java.util.stream.IntStream;

/** A feature's bins with about as many samples in each, or one per value where there are few. */
final class Binning {
  private static final int MOST_BINS = 8;

  private final Feature feature;
  private final double[] edges;

  private Binning(Feature feature, double[] edges) {
    this.feature = feature;
    this.edges = edges;
  }

  static Binning of(Feature feature, List<Sample> samples) {
    var values = samples.stream().mapToDouble(sample -> sample.values().get(feature)).sorted();
    var sorted = values.toArray();
    var edges =
        IntStream.range(1, MOST_BINS)
            .mapToDouble(i -> sorted[i * sorted.length / MOST_BINS])
            .filter(edge -> edge > sorted[0])
            .distinct()
            .toArray();
    var last = sorted[sorted.length - 1];
    return edges.length == 0 && last > sorted[0]
        ? new Binning(feature, new double[] {last})
        : new Binning(feature, edges);
  }

  Feature feature() {
    return feature;
  }

  double[] edges() {
    return edges.clone();
  }

  int bins() {
    return edges.length + 1;
  }

  int bin(Sample sample) {
    var bin = 0;
    while (bin < edges.length && sample.values().get(feature) >= edges[bin]) {
      bin++;
    }
    return bin;
  }
}
