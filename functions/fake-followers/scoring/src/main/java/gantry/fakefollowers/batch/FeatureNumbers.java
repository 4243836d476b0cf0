package gantry.fakefollowers.batch;

import gantry.fakefollowers.model.Feature;
import gantry.fakefollowers.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Features by their places among {@link Feature}; rows that are kept name them so. */
final class FeatureNumbers {
  private static final List<String> LABELS =
      Stream.of(Feature.values()).map(Feature::label).toList();
  private static final Map<String, Integer> NUMBERS =
      IntStream.range(0, LABELS.size()).boxed().collect(Collectors.toMap(LABELS::get, i -> i));

  private FeatureNumbers() {}

  /** Null for what is no feature of a follower. */
  static @Nullable Integer of(Reason reason) {
    return NUMBERS.get(reason.feature());
  }

  /** A number that only a later version knows throws, and its record is tried again. */
  static String label(int number) {
    return LABELS.get(number);
  }
}
