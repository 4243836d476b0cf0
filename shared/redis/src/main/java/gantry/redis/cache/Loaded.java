package gantry.redis.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A value, or that there is none, with the tags by which it can be dropped with others.
 *
 * @param freshFor at most so long, where the cache would keep it longer
 * @param version of two values of one key the one with the higher version stays; 0 where their
 *     order is that of their loading
 */
public record Loaded<V>(
    Optional<V> value, Set<String> tags, Optional<Duration> freshFor, long version) {
  public Loaded {
    tags = Set.copyOf(tags);
    if (tags.stream().anyMatch(tag -> tag.isEmpty() || tag.indexOf('\n') >= 0)) {
      throw new IllegalArgumentException("A tag is a line of text");
    }
  }

  public static <V> Loaded<V> of(V value, String... tags) {
    return new Loaded<>(Optional.of(value), Set.of(tags), Optional.empty(), 0);
  }

  /** There is no such thing: worth remembering too. */
  public static <V> Loaded<V> absent(String... tags) {
    return new Loaded<>(Optional.empty(), Set.of(tags), Optional.empty(), 0);
  }

  /** The same, to be loaded anew sooner than others. */
  public Loaded<V> freshFor(Duration most) {
    return new Loaded<>(value, tags, Optional.of(most), version);
  }

  public Loaded<V> withVersion(long number) {
    return new Loaded<>(value, tags, freshFor, number);
  }

  <T> Loaded<T> map(Function<V, T> to) {
    return new Loaded<>(value.map(to), tags, freshFor, version);
  }

  Duration freshIn(CacheSpec spec) {
    var usual = value.isPresent() ? spec.fresh() : spec.absent();
    return freshFor.filter(most -> most.compareTo(usual) < 0).orElse(usual);
  }
}
