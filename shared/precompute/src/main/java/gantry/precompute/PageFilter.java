package gantry.precompute;

import static java.util.Objects.requireNonNull;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Takes removed items out of a page's sections. */
@Singleton
final class PageFilter {
  private final JsonMapper json;

  PageFilter(JsonMapper json) {
    this.json = json;
  }

  Page filter(StoredPage stored) {
    var removals = stored.removals();
    var body = removals.isEmpty() ? stored.body() : without(removals, stored.body());
    return new Page(
        stored.fence(), body, stored.computedAt(), Integer.toHexString(removals.hashCode()));
  }

  private String without(Set<String> removals, String body) {
    try {
      var sections = new LinkedHashMap<String, JsonNode>();
      var page = requireNonNull(json.readValue(body, JsonNode.class));
      for (var section : page.entries()) {
        var name = section.getKey();
        sections.put(name, without(removals, name, section.getValue()));
      }
      return json.writeValueAsString(JsonNode.createObjectNode(sections));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode without(Set<String> removals, String section, JsonNode items) {
    if (!items.isArray()) {
      return items;
    }
    return JsonNode.createArrayNode(
        StreamSupport.stream(items.values().spliterator(), false)
            .filter(item -> !isRemoved(removals, section, item))
            .toList());
  }

  private static boolean isRemoved(Set<String> removals, String section, JsonNode item) {
    var id = item.isObject() ? item.get("id") : null;
    return id != null
        && id.isString()
        && (removals.contains(id.getStringValue())
            || removals.contains(section + ":" + id.getStringValue()));
  }
}
