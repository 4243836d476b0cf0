package gantry.bench.followers;

import gantry.fakefollowers.names.NameShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The character model of Indian names: logistic regression by gradient descent, fixed seed. */
final class NameShapeFit {
  private static final int EPOCHS = 30;
  private static final double RATE = 0.1;
  private static final double DECAY = 0.00002;
  private static final int SEED = 7;

  private final double[] weights = new double[NameShape.BUCKETS];

  NameShapeFit(List<Labelled> names) {
    var order = new ArrayList<>(names);
    var random = new Random(SEED);
    var share = names.stream().filter(Labelled::indian).count() / (double) names.size();
    for (var epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      var rate = RATE / (1 + epoch / 5.0);
      order.forEach(name -> learn(name, rate * (name.indian ? (1 - share) : share) * 2));
    }
  }

  private void learn(Labelled name, double rate) {
    var buckets = NameShape.buckets(name.word);
    var sum = 0.0;
    for (var bucket : buckets) {
      sum += weights[bucket];
    }
    var error = (name.indian ? 1 : 0) - 1 / (1 + Math.exp(-sum));
    for (var bucket : buckets) {
      weights[bucket] += rate * error - DECAY * weights[bucket];
    }
  }

  byte[] bytes() {
    var bytes = new byte[weights.length];
    for (var i = 0; i < bytes.length; i++) {
      var steps = Math.rint(weights[i] / NameShape.STEP);
      bytes[i] = (byte) Math.clamp((long) steps, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
    return bytes;
  }

  record Labelled(String word, boolean indian) {}
}
