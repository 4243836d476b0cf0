package gantry.webhooks.reconciler;

import gantry.providers.Deadline;
import gantry.webhooks.lemonsqueezy.FoundSubscription;
import gantry.webhooks.lemonsqueezy.FoundSubscription.Shown;
import gantry.webhooks.lemonsqueezy.LemonSqueezyClient;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.subscriptions.SubscriptionKey;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lemon Squeezy, whose answers are as its events, but for what says which event it is. */
@Singleton
final class LemonSqueezySource implements SubscriptionSource {
  private final LemonSqueezyClient lemonSqueezy;
  private final JsonMapper json;

  LemonSqueezySource(LemonSqueezyClient lemonSqueezy, JsonMapper json) {
    this.lemonSqueezy = lemonSqueezy;
    this.json = json;
  }

  @Override
  public Provider provider() {
    return Provider.LEMONSQUEEZY;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public Answer ask(SubscriptionKey key, Deadline deadline) {
    return switch (lemonSqueezy.subscription(key.id(), deadline)) {
      case Shown(var document) ->
          data(document)
              .filter(data -> isAbout(key, data))
              .<Answer>map(data -> new Answer.Told(event(key.mode(), data)))
              .orElseGet(Answer.Unknown::new);
      case FoundSubscription.Missing _ -> new Answer.Missing();
      case FoundSubscription.Unknown _ -> new Answer.Unknown();
      case FoundSubscription.Away _ -> new Answer.Away();
    };
  }

  private Optional<JsonNode> data(RawBody answer) {
    try {
      return Optional.ofNullable(member(json.readValue(answer.bytes(), JsonNode.class), "data"));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private RawBody event(Mode mode, JsonNode data) {
    var meta = new LinkedHashMap<String, JsonNode>();
    meta.put("event_name", JsonNode.createStringNode("subscription_fetched"));
    meta.put("test_mode", JsonNode.createBooleanNode(mode == Mode.TEST));
    var document = new LinkedHashMap<String, JsonNode>();
    document.put("meta", JsonNode.createObjectNode(meta));
    document.put("data", data);
    try {
      return RawBody.of(json.writeValueAsBytes(JsonNode.createObjectNode(document)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAbout(SubscriptionKey key, JsonNode data) {
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
