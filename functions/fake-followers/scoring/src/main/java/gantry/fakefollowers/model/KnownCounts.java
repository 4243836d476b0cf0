package gantry.fakefollowers.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of a profile's counts are known: the fewer, the less they say.
 *
 * @param set a bit for each of {@link #COUNTS}
 */
public record KnownCounts(int set) {
  private static final List<Feature> COUNTS =
      List.of(
          Feature.FOLLOWERS,
          Feature.FOLLOWING,
          Feature.POSTS,
          Feature.HAS_PICTURE,
          Feature.PRIVATE,
          Feature.BIO_LENGTH);

  public static final KnownCounts ALL = new KnownCounts((1 << COUNTS.size()) - 1);

  static KnownCounts of(FeatureValues values) {
    return new KnownCounts(
        IntStream.range(0, COUNTS.size())
            .filter(i -> values.knows(COUNTS.get(i)))
            .map(i -> 1 << i)
            .sum());
  }

  /** Whether a feature that is made of counts is known with these. */
  public boolean tell(Feature feature) {
    return feature == Feature.FOLLOWING_PER_FOLLOWER
        ? tell(Feature.FOLLOWERS) && tell(Feature.FOLLOWING)
        : (set >> COUNTS.indexOf(feature) & 1) == 1;
  }

  /** The part of all counts. */
  double share() {
    return (double) Integer.bitCount(set) / COUNTS.size();
  }
}
