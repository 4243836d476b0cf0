package gantry.lambda;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Keeps the values of dimensions few, whatever a caller sends: each costs money every month, and
 * nobody finds anything among thousands.
 */
final class DimensionBounds {
  static final int MOST_DIMENSIONS = 3;
  static final int MOST_VALUES = 100;
  static final String OTHER = "other";

  private static final Pattern VALUE = Pattern.compile("[ -~]{1,100}");

  private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

  /** Throws when a metric has too many dimensions, which is our bug. */
  SortedMap<String, String> within(String metric, Map<String, String> dimensions) {
    if (dimensions.size() > MOST_DIMENSIONS) {
      throw new IllegalArgumentException("Too many dimensions: " + metric);
    }
    var bounded = new TreeMap<String, String>();
    dimensions.forEach((name, value) -> bounded.put(name, within(metric + " " + name, value)));
    return bounded;
  }

  private String within(String dimension, String value) {
    if (!VALUE.matcher(value).matches()) {
      return OTHER;
    }
    var values = seen.computeIfAbsent(dimension, _ -> ConcurrentHashMap.newKeySet());
    return values.contains(value) || (values.size() < MOST_VALUES && values.add(value))
        ? value
        : OTHER;
  }
}
