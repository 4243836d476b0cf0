package gantry.bench.followers;

import gantry.fakefollowers.model.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An additive logistic model over bins, by Newton's method with a ridge: no randomness in it. */
final class AdditiveFit {
  private static final int STEPS = 25;
  private static final double RIDGE = 2;

  private final List<Binning> binnings;
  private final int[] offsets;
  private final double[] weights;

  AdditiveFit(List<Feature> features, List<Sample> samples) {
    binnings = features.stream().map(feature -> Binning.of(feature, samples)).toList();
    offsets = new int[binnings.size()];
    var next = 1;
    for (var i = 0; i < offsets.length; i++) {
      offsets[i] = next;
      next += binnings.get(i).bins();
    }
    weights = new double[next];
    var columns = samples.stream().map(this::columns).toList();
    for (var step = 0; step < STEPS; step++) {
      improve(samples, columns);
    }
    centre(columns);
  }

  private int[] columns(Sample sample) {
    var columns = new int[offsets.length + 1];
    for (var i = 0; i < offsets.length; i++) {
      columns[i + 1] = offsets[i] + binnings.get(i).bin(sample);
    }
    return columns;
  }

  private void improve(List<Sample> samples, List<int[]> columns) {
    var size = weights.length;
    var hessian = new double[size][size];
    var gradient = new double[size];
    for (var i = 1; i < size; i++) {
      hessian[i][i] = RIDGE;
      gradient[i] = -RIDGE * weights[i];
    }
    hessian[0][0] = 1e-6;
    for (var row = 0; row < samples.size(); row++) {
      var own = columns.get(row);
      var expected = probability(own);
      var error = (samples.get(row).fake() ? 1 : 0) - expected;
      for (var a : own) {
        gradient[a] += error;
        for (var b : own) {
          hessian[a][b] += expected * (1 - expected);
        }
      }
    }
    var change = Linear.solve(hessian, gradient);
    for (var i = 0; i < size; i++) {
      weights[i] += change[i];
    }
  }

  private double probability(int[] columns) {
    var sum = Arrays.stream(columns).mapToDouble(column -> weights[column]).sum();
    return 1 / (1 + Math.exp(-sum));
  }

  double probability(Sample sample) {
    return probability(columns(sample));
  }

  List<Feature> features() {
    return binnings.stream().map(Binning::feature).toList();
  }

  /** What these features add, without the intercept. */
  double sum(Sample sample, List<Feature> known) {
    return IntStream.range(0, offsets.length)
        .filter(i -> known.contains(binnings.get(i).feature()))
        .mapToDouble(i -> weights[offsets[i] + binnings.get(i).bin(sample)])
        .sum();
  }

  /** The mean sample's contributions are nothing; what it is stands in the intercept. */
  private void centre(List<int[]> columns) {
    for (var i = 0; i < offsets.length; i++) {
      var place = i + 1;
      var mean = columns.stream().mapToDouble(row -> weights[row[place]]).average().orElse(0);
      for (var bin = 0; bin < binnings.get(i).bins(); bin++) {
        weights[offsets[i] + bin] -= mean;
      }
      weights[0] += mean;
    }
  }

  double intercept() {
    return weights[0];
  }

  String lines() {
    var lines = new StringBuilder();
    for (var i = 0; i < offsets.length; i++) {
      var own = Arrays.copyOfRange(weights, offsets[i], offsets[i] + binnings.get(i).bins());
      lines
          .append(binnings.get(i).feature().name())
          .append(' ')
          .append(numbers(binnings.get(i).edges()))
          .append(' ')
          .append(numbers(own))
          .append('\n');
    }
    return lines.toString();
  }

  private static String numbers(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> String.format(Locale.ROOT, "%.4f", number))
        .collect(Collectors.joining(","));
  }
}
