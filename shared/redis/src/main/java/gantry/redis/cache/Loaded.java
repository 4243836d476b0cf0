package gantry.redis.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A value, or that there is none, with the tags by which it can be dropped with others.
 *
 * @param freshFor at most so long, where the cache would keep it longer
 */
public record Loaded<V>(Optional<V> value, Set<String> tags, Optional<Duration> freshFor) {
  public Loaded {
    tags = Set.copyOf(tags);
    if (tags.stream().anyMatch(tag -> tag.isEmpty() || tag.indexOf('\n') >= 0)) {
      throw new IllegalArgumentException("A tag is a line of text");
    }
  }

  public static <V> Loaded<V> of(V value, String... tags) {
    return new Loaded<>(Optional.of(value), Set.of(tags), Optional.empty());
  }

  /** There is no such thing: worth remembering too. */
  public static <V> Loaded<V> absent(String... tags) {
    return new Loaded<>(Optional.empty(), Set.of(tags), Optional.empty());
  }

  /** The same, to be loaded anew sooner than others. */
  public Loaded<V> freshFor(Duration most) {
    return new Loaded<>(value, tags, Optional.of(most));
  }

  <T> Loaded<T> map(Function<V, T> to) {
    return new Loaded<>(value.map(to), tags, freshFor);
  }

  Duration freshIn(CacheSpec spec) {
    var usual = value.isPresent() ? spec.fresh() : spec.absent();
    return freshFor.filter(most -> most.compareTo(usual) < 0).orElse(usual);
  }
}
