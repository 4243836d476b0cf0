package gantry.http.version;

import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;

/** The title was a "name" then. */
@Singleton
final class NotesV1 implements OlderVersion {
  @Override
  public ApiVersion version() {
    return new ApiVersion(1, "notes");
  }

  @Override
  public Retirement retirement() {
    return new Retirement(
        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-06-30T23:59:59Z"));
  }

  @Override
  public JsonNode upgrade(JsonNode body, String path) {
    return renamed(body, "name", "title");
  }

  @Override
  public JsonNode downgrade(JsonNode answer, String path) {
    return renamed(answer, "title", "name");
  }

  static JsonNode renamed(JsonNode node, String from, String to) {
    if (!node.isObject()) {
      return node;
    }
    var members = new LinkedHashMap<String, JsonNode>();
    node.entries()
        .forEach(entry ->
            members.put(entry.getKey().equals(from) ? to : entry.getKey(), entry.getValue()));
    return JsonNode.createObjectNode(members);
  }
}
