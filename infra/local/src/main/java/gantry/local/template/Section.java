package gantry.local.template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A map of the template that must be read completely: what nobody asked for is an error, not
 * silence.
 */
final class Section {
  private final String place;
  private final Map<String, Object> values;
  private final Set<String> read = new HashSet<>();

  Section(String place, Map<String, Object> values) {
    this.place = place;
    this.values = values;
  }

  String place() {
    return place;
  }

  Set<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Object> any(String key) {
    read.add(key);
    return Optional.ofNullable(values.get(key));
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> error(key, "is missing"));
  }

  Optional<String> optionalText(String key) {
    return any(key).map(value -> guarded(key, () -> Intrinsics.text(value)));
  }

  String text(String key, String otherwise) {
    return optionalText(key).orElse(otherwise);
  }

  int number(String key, int otherwise) {
    return optionalText(key)
        .map(value -> guarded(key, () -> Integer.valueOf(value)))
        .orElse(otherwise);
  }

  boolean flag(String key, boolean otherwise) {
    return optionalText(key).map(Boolean::parseBoolean).orElse(otherwise);
  }

  List<String> texts(String key) {
    return any(key)
        .map(value -> guarded(key, () -> Nodes.list(value).stream().map(Intrinsics::text).toList()))
        .orElse(List.of());
  }

  /** The section under the key, empty when it is absent. */
  Section section(String key) {
    var values = any(key).map(value -> guarded(key, () -> Nodes.map(value))).orElse(Map.of());
    return new Section(place + "." + key, values);
  }

  /** The only value that the local cloud knows how to honour. */
  void expect(String key, String only) {
    var found = text(key, only);
    if (!found.equals(only)) {
      throw error(key, "must be " + only + " here, not " + found);
    }
  }

  void ignore(Set<String> keys) {
    read.addAll(keys);
  }

  /** Refuses what has not been read. */
  void end() {
    for (var key : values.keySet()) {
      if (!read.contains(key)) {
        throw error(key, "is not supported by the local cloud");
      }
    }
  }

  TemplateException error(String key, String problem) {
    return new TemplateException(place + "." + key + " " + problem);
  }

  private <T> T guarded(String key, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (TemplateException | NumberFormatException e) {
      throw error(key, "is wrong: " + e.getMessage());
    }
  }
}
