package gantry.fakefollowers.model;

import gantry.fakefollowers.names.Lexicon;
import gantry.fakefollowers.names.NameShape;
import gantry.fakefollowers.script.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Scores a follower with the fitted model and says why. */
public final class ScoreFollower {
  private static final double FAKE_FROM = 0.5;
  private static final double SUSPICIOUS_FROM = 0.35;
  private static final double ROUNDING = 10_000;
  private static final int LONGEST_LOOKED_UP = 40;

  /**
   * Handle and name beside a profile's counts: no public set has both, and across sets what handles
   * say transfers badly, so that they may tip the scales and not outweigh the counts.
   */
  private static final double HANDLE_BESIDE_PROFILE = 0.5;

  private final AdditiveModel model = AdditiveModel.shipped();
  private final NameShape shape = NameShape.shipped();
  private final Lexicon names;

  public ScoreFollower(Lexicon names) {
    this.names = names;
  }

  public FollowerScore score(Follower follower) {
    var values = ReadFeatures.of(follower);
    var reasons = reasons(values);
    var probability = probability(reasons, values);
    return new FollowerScore(
        verdict(probability, reasons),
        round(probability),
        rounded(reasons),
        origin(follower),
        model.version());
  }

  private List<Part> reasons(FeatureValues values) {
    var handleWeight = hasProfile(values) ? HANDLE_BESIDE_PROFILE : 1;
    var parts = new ArrayList<Part>();
    for (var feature : Feature.values()) {
      if (values.knows(feature)) {
        var weight = feature.isOfProfile() ? 1 : handleWeight;
        parts.add(new Part(feature, weight * model.contribution(feature, values)));
      }
    }
    return parts;
  }

  private static boolean hasProfile(FeatureValues values) {
    for (var feature : Feature.values()) {
      if (feature.isOfProfile() && values.knows(feature)) {
        return true;
      }
    }
    return false;
  }

  private double probability(List<Part> parts, FeatureValues values) {
    var intercept = hasProfile(values) ? model.profileIntercept() : model.handleIntercept();
    var logOdds = intercept + parts.stream().mapToDouble(Part::contribution).sum();
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static Verdict verdict(double probability, List<Part> parts) {
    if (parts.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    if (probability >= FAKE_FROM) {
      return Verdict.FAKE;
    }
    return probability >= SUSPICIOUS_FROM ? Verdict.SUSPICIOUS : Verdict.REAL;
  }

  private static List<Reason> rounded(List<Part> parts) {
    return parts.stream()
        .map(part -> new Reason(part.feature.label(), round(part.contribution)))
        .filter(reason -> reason.contribution() != 0)
        .sorted(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())))
        .toList();
  }

  private NameOrigin origin(Follower follower) {
    var best = 0.0;
    var looks = 0.0;
    for (var word : NameMatch.words(PlainText.of(follower.fullName()).toLowerCase(Locale.ROOT))) {
      if (word.length() > 1 && word.length() <= LONGEST_LOOKED_UP) {
        best = Math.max(best, names.score(word));
        looks = Math.max(looks, shape.indian(word));
      }
    }
    return new NameOrigin(round(best), round(looks));
  }

  private static double round(double number) {
    return Math.rint(number * ROUNDING) / ROUNDING;
  }

  private record Part(Feature feature, double contribution) {}
}
