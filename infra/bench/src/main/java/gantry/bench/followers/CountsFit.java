package gantry.bench.followers;

import gantry.fakefollowers.model.Feature;
import gantry.fakefollowers.model.KnownCounts;
import java.util.List;
import java.util.Locale;

/** What some of the counts say without the others: the full model's sum, shifted and scaled. */
final class CountsFit {
  private static final int STEPS = 25;
  private static final double RIDGE = 0.01;

  private final AdditiveFit full;
  private final List<Feature> known;
  private double intercept;
  private double slope;

  CountsFit(AdditiveFit full, KnownCounts counts, List<Sample> samples) {
    this.full = full;
    this.known = full.features().stream().filter(counts::tell).toList();
    if (counts.equals(KnownCounts.ALL)) {
      intercept = full.intercept();
      slope = 1;
      return;
    }
    for (var step = 0; step < STEPS; step++) {
      improve(samples);
    }
  }

  private void improve(List<Sample> samples) {
    var hessian = new double[][] {{RIDGE, 0}, {0, RIDGE}};
    var gradient = new double[] {0, RIDGE * (1 - slope)};
    for (var sample : samples) {
      var sum = full.sum(sample, known);
      var expected = probability(sample);
      var error = (sample.fake() ? 1 : 0) - expected;
      var weight = expected * (1 - expected);
      gradient[0] += error;
      gradient[1] += error * sum;
      hessian[0][0] += weight;
      hessian[0][1] += weight * sum;
      hessian[1][0] += weight * sum;
      hessian[1][1] += weight * sum * sum;
    }
    var change = Linear.solve(hessian, gradient);
    intercept += change[0];
    slope += change[1];
  }

  double probability(Sample sample) {
    return 1 / (1 + Math.exp(-intercept - slope * full.sum(sample, known)));
  }

  String line(KnownCounts counts, double base) {
    return String.format(
        Locale.ROOT, "counts %d %.4f %.4f%n", counts.set(), intercept - base, slope);
  }
}
