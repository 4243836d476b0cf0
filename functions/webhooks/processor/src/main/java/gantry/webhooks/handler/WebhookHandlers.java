package gantry.webhooks.handler;

import gantry.webhooks.handler.Decision.Ignored;
import gantry.webhooks.handler.Decision.Quarantined;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.WebhookPayload;
import gantry.webhooks.payload.WebhookPayload.Parsed;
import gantry.webhooks.payload.WebhookPayload.Unreadable;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one registry: which handler decides on which event. */
@Singleton
public final class WebhookHandlers {
  private record Kind(Provider provider, @Nullable String type) {}

  private final Map<Kind, WebhookHandler> byKind = new HashMap<>();
  private final Documents documents;

  WebhookHandlers(List<WebhookHandler> handlers, Documents documents) {
    this.documents = documents;
    handlers.forEach(handler -> handler.types().forEach(type -> register(handler, type)));
  }

  private void register(WebhookHandler handler, String type) {
    if (byKind.put(new Kind(handler.provider(), type), handler) != null) {
      throw new IllegalStateException("Two handlers for " + handler.provider() + " " + type);
    }
  }

  /** What the event's handler makes of it, or what keeps it from one. */
  public Decision decide(WebhookEvent event) {
    return switch (WebhookPayload.read(event.provider(), Map.of(), event.body())) {
      case Unreadable _ -> new Quarantined("invalid-json");
      case Parsed parsed when contradicts(parsed, event) -> new Quarantined("mode-mismatch");
      case Parsed _ -> handle(event);
    };
  }

  private static boolean contradicts(Parsed parsed, WebhookEvent event) {
    return parsed.mode() != null && parsed.mode() != event.mode();
  }

  private Decision handle(WebhookEvent event) {
    var handler = byKind.get(new Kind(event.provider(), kind(event)));
    return handler == null ? new Ignored("no-handler") : handler.apply(event);
  }

  /**
   * Lemon Squeezy's names mislead: {@code subscription_payment_success} carries an invoice. What a
   * document is stands in the document.
   */
  private @Nullable String kind(WebhookEvent event) {
    return event.provider() == Provider.LEMONSQUEEZY
        ? documents.read(event).flatMap(document -> document.text("data", "type")).orElse(null)
        : event.type();
  }
}
