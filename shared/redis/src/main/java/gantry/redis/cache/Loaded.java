package gantry.redis.cache;

import java.util.Optional;
import java.util.Set;

/** A value, or that there is none, with the tags by which it can be dropped with others. */
public record Loaded<V>(Optional<V> value, Set<String> tags) {
  public Loaded {
    tags = Set.copyOf(tags);
    if (tags.stream().anyMatch(tag -> tag.isEmpty() || tag.indexOf('\n') >= 0)) {
      throw new IllegalArgumentException("A tag is a line of text");
    }
  }

  public static <V> Loaded<V> of(V value, String... tags) {
    return new Loaded<>(Optional.of(value), Set.of(tags));
  }

  /** There is no such thing: worth remembering too. */
  public static <V> Loaded<V> absent(String... tags) {
    return new Loaded<>(Optional.empty(), Set.of(tags));
  }
}
