package gantry.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.payload.Resource;
import gantry.webhooks.payload.WebhookPayload;
import gantry.webhooks.payload.WebhookPayload.Parsed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One verified webhook as it travels through {@code webhook-inbox.fifo}: the contract between the
 * receiver and the processor.
 */
public record WebhookDelivery(
    UUID id,
    Provider provider,
    Mode mode,
    Times times,
    String requestId,
    Map<String, String> headers,
    RawBody body) {
  /** SQS allows 128 characters in a group id. */
  private static final int MAX_GROUP = 128;

  /** A lone pad stands for no bytes, whose base64 is no text, which SQS refuses. */
  private static final String NO_BYTES = "=";

  /**
   * When the edge got it, believed it and began to send it on; for its reader, when SQS took it.
   */
  public record Times(Instant receivedAt, Instant verifiedAt, Instant queuedAt) {}

  public WebhookDelivery {
    headers = Map.copyOf(headers);
  }

  /** The same, once it is known when SQS took it. SQS' clock may be behind the edge's. */
  public WebhookDelivery queuedAt(Instant taken) {
    var known = new Times(times.receivedAt(), times.verifiedAt(), taken);
    return taken.isAfter(times.queuedAt())
        ? new WebhookDelivery(id, provider, mode, known, requestId, headers, body)
        : this;
  }

  /** What the bytes say about themselves. */
  public WebhookPayload payload() {
    return WebhookPayload.read(provider, headers, body);
  }

  /** The message that carries it; its own id as the key means that SQS de-duplicates nothing. */
  public QueueMessage toMessage() {
    return new QueueMessage(text(), attributes(), groupId(), id.toString());
  }

  /** Reads a message back; throws {@link IllegalArgumentException} on one we did not write. */
  public static WebhookDelivery of(String body, Map<String, String> attributes) {
    var read = new MessageAttributes(attributes);
    var receivedAt = read.instant("receivedAt");
    var times =
        new Times(
            receivedAt,
            read.instant("verifiedAt", receivedAt),
            read.instant("queuedAt", receivedAt));
    return new WebhookDelivery(
        UUID.fromString(read.text("id")),
        Provider.of(read.text("provider")).orElseThrow(read::foreign),
        Mode.of(read.text("mode")).orElseThrow(read::foreign),
        times,
        attributes.getOrDefault("requestId", ""),
        FlatJson.read(attributes.getOrDefault("headers", "{}")),
        RawBody.fromBase64(body.equals(NO_BYTES) ? "" : body));
  }

  private String text() {
    var text = body.base64();
    return text.isEmpty() ? NO_BYTES : text;
  }

  private Map<String, String> attributes() {
    var attributes = new LinkedHashMap<String, String>();
    attributes.put("id", id.toString());
    attributes.put("provider", provider.slug());
    attributes.put("mode", mode.slug());
    attributes.put("receivedAt", times.receivedAt().toString());
    attributes.put("verifiedAt", times.verifiedAt().toString());
    attributes.put("queuedAt", times.queuedAt().toString());
    attributes.put("headers", FlatJson.write(headers));
    // SQS refuses an empty attribute.
    if (!requestId.isEmpty()) {
      attributes.put("requestId", requestId);
    }
    return attributes;
  }

  /** Events of one resource share it, so that SQS keeps their order. */
  public String groupId() {
    var group = provider.slug() + '/' + mode.slug() + '/' + subject();
    return group.length() <= MAX_GROUP && group.chars().allMatch(c -> c > ' ' && c < 0x7f)
        ? group
        : RawBody.of(group.getBytes(UTF_8)).sha256();
  }

  private String subject() {
    return switch (payload()) {
      case Parsed(_, _, Resource(var type, var resource), _, _) -> type + '/' + resource;
      case WebhookPayload other -> "event/" + other.eventId();
    };
  }
}
