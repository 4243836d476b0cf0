package gantry.webhooks.payload;

import gantry.webhooks.payload.WebhookPayload.Parsed;
import gantry.webhooks.payload.WebhookPayload.Unreadable;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each provider keeps what; providers and their documents are read side by side here. */
final class PayloadShape {
  static final Set<String> PATHS =
      Set.of(
          "id",
          "type",
          "created",
          "livemode",
          "timestamp",
          "event_id",
          "event_type",
          "occurred_at",
          "meta.event_name",
          "meta.test_mode",
          "data.type",
          "data.id",
          "data.subscription_id",
          "data.attributes.subscription_id",
          "data.attributes.updated_at",
          "data.object.object",
          "data.object.id",
          "data.object.subscription",
          "data.object.parent.subscription_details.subscription",
          "repository.id");

  private final Provider provider;
  private final Map<String, String> headers;
  private final Map<String, String> fields;

  private PayloadShape(Provider provider, Map<String, String> headers, Map<String, String> fields) {
    this.provider = provider;
    this.headers = headers;
    this.fields = fields;
  }

  static WebhookPayload parsed(
      Provider provider, Map<String, String> headers, RawBody body, Map<String, String> fields) {
    var shape = new PayloadShape(provider, headers, fields);
    return new Parsed(
        shape.eventId(body), shape.type(), shape.resource(), shape.time(), shape.mode());
  }

  static WebhookPayload unreadable(Provider provider, Map<String, String> headers, RawBody body) {
    var shape = new PayloadShape(provider, headers, Map.of());
    return new Unreadable(shape.eventId(body), shape.type());
  }

  private String eventId(RawBody body) {
    var id =
        switch (provider) {
          // Not meta.webhook_id: nobody knows whether a resend keeps it.
          case LEMONSQUEEZY -> null;
          case STRIPE -> field("id");
          case PADDLE -> field("event_id");
          case STANDARD -> header("webhook-id");
          case GITHUB -> header("x-github-delivery");
        };
    return id == null ? body.sha256() : id;
  }

  /** Lemon Squeezy's X-Event-Name is not signed, so only the body counts. */
  private @Nullable String type() {
    return switch (provider) {
      case LEMONSQUEEZY -> field("meta.event_name");
      case STRIPE, STANDARD -> field("type");
      case PADDLE -> field("event_type");
      case GITHUB -> header("x-github-event");
    };
  }

  private @Nullable Resource resource() {
    return switch (provider) {
      case LEMONSQUEEZY -> lemonSqueezyResource();
      case STRIPE -> stripeResource();
      case PADDLE -> paddleResource();
      case STANDARD -> resource(family(), field("data.id"));
      case GITHUB -> resource("repository", field("repository.id"));
    };
  }

  private @Nullable Resource lemonSqueezyResource() {
    var subscription = field("data.attributes.subscription_id");
    return "subscription-invoices".equals(field("data.type")) && subscription != null
        ? new Resource("subscriptions", subscription)
        : resource(field("data.type"), field("data.id"));
  }

  private @Nullable Resource stripeResource() {
    var direct = field("data.object.subscription");
    // Invoices since API version 2025-03-31 name their subscription here.
    var parent = field("data.object.parent.subscription_details.subscription");
    var subscription = direct == null ? parent : direct;
    return subscription == null
        ? resource(field("data.object.object"), field("data.object.id"))
        : new Resource("subscription", subscription);
  }

  private @Nullable Resource paddleResource() {
    var subscription = field("data.subscription_id");
    return subscription == null
        ? resource(family(), field("data.id"))
        : new Resource("subscription", subscription);
  }

  private @Nullable Instant time() {
    return switch (provider) {
      case LEMONSQUEEZY -> PlainText.instant(field("data.attributes.updated_at"));
      case STRIPE -> PlainText.epochSecond(field("created"));
      case PADDLE -> PlainText.instant(field("occurred_at"));
      case STANDARD -> PlainText.instant(field("timestamp"));
      case GITHUB -> null;
    };
  }

  private @Nullable Mode mode() {
    return switch (provider) {
      case LEMONSQUEEZY -> flag("meta.test_mode", Mode.TEST, Mode.LIVE);
      case STRIPE -> flag("livemode", Mode.LIVE, Mode.TEST);
      case PADDLE, STANDARD, GITHUB -> null;
    };
  }

  private @Nullable Mode flag(String path, Mode whenTrue, Mode whenFalse) {
    return switch (fields.getOrDefault(path, "")) {
      case "true", "1" -> whenTrue;
      case "false", "0" -> whenFalse;
      default -> null;
    };
  }

  /** {@code subscription} of {@code subscription.updated}. */
  private @Nullable String family() {
    var type = type();
    return type == null || type.indexOf('.') < 1 ? null : type.substring(0, type.indexOf('.'));
  }

  private static @Nullable Resource resource(@Nullable String type, @Nullable String id) {
    return type == null || id == null ? null : new Resource(type, id);
  }

  private @Nullable String field(String path) {
    return PlainText.identifying(fields.get(path));
  }

  private @Nullable String header(String name) {
    return PlainText.identifying(headers.get(name));
  }
}
