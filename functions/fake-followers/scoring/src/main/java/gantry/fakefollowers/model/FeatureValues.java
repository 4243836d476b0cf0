package gantry.fakefollowers.model;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number for each feature that is known. */
public final class FeatureValues {
  private final Map<Feature, Double> values = new EnumMap<>(Feature.class);

  public FeatureValues put(Feature feature, double value) {
    values.put(feature, value);
    return this;
  }

  FeatureValues putIfKnown(Feature feature, @Nullable Number value) {
    return value == null ? this : put(feature, value.doubleValue());
  }

  FeatureValues putIfKnown(Feature feature, @Nullable Boolean value) {
    return value == null ? this : put(feature, value ? 1 : 0);
  }

  public boolean knows(Feature feature) {
    return values.containsKey(feature);
  }

  public double get(Feature feature) {
    var value = values.get(feature);
    if (value == null) {
      throw new IllegalArgumentException(feature + " is not known");
    }
    return value;
  }
}
