package gantry.fakefollowers.model;

import gantry.fakefollowers.names.KnownNames;
import gantry.fakefollowers.names.NameShape;
import gantry.fakefollowers.script.PlainText;
import gantry.fakefollowers.similarity.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scores a follower with the fitted model and says why. */
public final class ScoreFollower {
  private static final int LONGEST_LOOKED_UP = 40;
  private static final int MOST_LOOKED_UP = 8;

  /**
   * Handle and name beside all of a profile's counts: no public set has both, and across sets what
   * handles say transfers badly, so that they may tip the scales and not outweigh the counts.
   */
  private static final double HANDLE_BESIDE_COUNTS = 0.5;

  private final AdditiveModel model = AdditiveModel.shipped();
  private final NameShape shape = NameShape.shipped();
  private final KnownNames names;

  public ScoreFollower(KnownNames names) {
    this.names = names;
  }

  public FollowerScore score(Follower follower) {
    var name = PlainText.of(follower.fullName());
    var values = ReadFeatures.of(follower, name);
    var counts = KnownCounts.of(values);
    var parts = parts(values, counts);
    var odds = FollowerScore.round(baseline(values, counts) + sum(parts));
    var probability = FollowerScore.probability(odds);
    return new FollowerScore(
        parts.isEmpty() ? Verdict.UNKNOWN : Verdict.of(probability),
        FollowerScore.round(probability),
        odds,
        reasons(parts),
        origin(name),
        model.version());
  }

  private List<Part> parts(FeatureValues values, KnownCounts counts) {
    var handleWeight = 1 - (1 - HANDLE_BESIDE_COUNTS) * counts.share();
    var countWeight = model.scale(counts).slope();
    var parts = new ArrayList<Part>();
    for (var feature : Feature.values()) {
      if (values.knows(feature)) {
        var weight = feature.isOfProfile() ? countWeight : handleWeight;
        parts.add(new Part(feature, weight * model.contribution(feature, values)));
      }
    }
    return parts;
  }

  /** From that of handles to that of profiles as far as counts are known. */
  private double baseline(FeatureValues values, KnownCounts counts) {
    var hasLetters = values.knows(Feature.HANDLE_LENGTH) || values.knows(Feature.NAME_LENGTH);
    var share = hasLetters ? counts.share() : 1;
    return (1 - share) * model.handleIntercept()
        + share * model.profileBase()
        + model.scale(counts).shift();
  }

  private static double sum(List<Part> parts) {
    return parts.stream().mapToDouble(Part::contribution).sum();
  }

  private static List<Reason> reasons(List<Part> parts) {
    return parts.stream()
        .map(part -> new Reason(part.feature.label(), FollowerScore.round(part.contribution)))
        .filter(reason -> reason.contribution() != 0)
        .sorted(Reason.STRONGEST_FIRST)
        .toList();
  }

  private NameOrigin origin(String plainName) {
    var best = 0.0;
    var looks = 0.0;
    var words = Words.of(plainName.toLowerCase(Locale.ROOT));
    for (var word : words.subList(0, Math.min(MOST_LOOKED_UP, words.size()))) {
      if (word.length() > 1 && word.length() <= LONGEST_LOOKED_UP) {
        best = Math.max(best, names.score(word));
        looks = Math.max(looks, shape.indian(word));
      }
    }
    return new NameOrigin(FollowerScore.round(best), FollowerScore.round(looks));
  }

  private record Part(Feature feature, double contribution) {}
}
