package gantry.webhooks.access;

import gantry.http.version.ApiVersion;
import gantry.http.version.OlderVersion;
import gantry.http.version.Retirement;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Version 1 of access: the plan's members stand at the top, the meters by their names. */
@Singleton
final class AccessV1 implements OlderVersion {
  @Override
  public ApiVersion version() {
    return new ApiVersion(1, "access");
  }

  @Override
  public Retirement retirement() {
    return new Retirement(
        Instant.parse("2027-11-21T00:00:00Z"), Instant.parse("2029-11-21T00:00:00Z"));
  }

  @Override
  public JsonNode downgrade(JsonNode answer, String path) {
    var plan = member(answer, "plan");
    var older = new LinkedHashMap<String, JsonNode>();
    older.put("userId", member(answer, "userId"));
    older.put("plan", member(plan, "name"));
    older.put("until", member(plan, "until"));
    older.put("reason", member(plan, "reason"));
    older.put("grants", member(answer, "grants"));
    older.put("usage", usage(member(answer, "meters")));
    return JsonNode.createObjectNode(older);
  }

  private static JsonNode usage(JsonNode meters) {
    var byName = new LinkedHashMap<String, JsonNode>();
    for (var meter : meters.values()) {
      var use = new LinkedHashMap<String, JsonNode>();
      for (Map.Entry<String, JsonNode> member : meter.entries()) {
        use.put(member.getKey(), member.getValue());
      }
      var name = use.remove("name");
      if (name != null) {
        byName.put(name.coerceStringValue(), JsonNode.createObjectNode(use));
      }
    }
    return JsonNode.createObjectNode(byName);
  }

  private static JsonNode member(JsonNode node, String name) {
    var member = node.get(name);
    return member == null ? JsonNode.nullNode() : member;
  }
}
