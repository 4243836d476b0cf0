package gantry.webhooks.reconciler;

import gantry.lambda.RequestId;
import gantry.lambda.UuidV7;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.WebhookDelivery;
import gantry.webhooks.receiver.WebhookDelivery.Times;
import gantry.webhooks.subscriptions.SubscriptionKey;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives what a provider answered the form of what it sends. */
@Singleton
final class FetchedDocument {
  private final JsonMapper json;
  private final UuidV7 ids;
  private final Clock clock;

  FetchedDocument(JsonMapper json, UuidV7 ids, Clock clock) {
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** Empty when the answer is not about this subscription. */
  Optional<WebhookDelivery> delivery(SubscriptionKey key, RawBody answer) {
    try {
      var data = member(json.readValue(answer.bytes(), JsonNode.class), "data");
      return isAbout(key, data) ? Optional.of(delivery(key, data)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private WebhookDelivery delivery(SubscriptionKey key, @Nullable JsonNode data)
      throws IOException {
    var meta = new LinkedHashMap<String, JsonNode>();
    meta.put("event_name", JsonNode.createStringNode("subscription_fetched"));
    meta.put("test_mode", JsonNode.createBooleanNode(key.mode() == Mode.TEST));
    var document = new LinkedHashMap<String, JsonNode>();
    document.put("meta", JsonNode.createObjectNode(meta));
    document.put("data", data == null ? JsonNode.nullNode() : data);
    var body = json.writeValueAsBytes(JsonNode.createObjectNode(document));
    var now = clock.instant();
    return new WebhookDelivery(
        ids.next(),
        key.provider(),
        key.mode(),
        new Times(now, now, now),
        RequestId.current().orElse(""),
        Map.of(),
        RawBody.of(body));
  }

  private static boolean isAbout(SubscriptionKey key, @Nullable JsonNode data) {
    var mode = text(member(data, "attributes"), "test_mode");
    return key.id().equals(text(data, "id"))
        && "subscriptions".equals(text(data, "type"))
        && (mode == null || mode.equals(Boolean.toString(key.mode() == Mode.TEST)));
  }

  private static @Nullable JsonNode member(@Nullable JsonNode node, String name) {
    return node != null && node.isObject() ? node.get(name) : null;
  }

  private static @Nullable String text(@Nullable JsonNode node, String name) {
    var member = member(node, name);
    return member != null && member.isValueNode() ? member.coerceStringValue() : null;
  }
}
