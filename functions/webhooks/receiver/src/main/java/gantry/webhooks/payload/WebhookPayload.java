package gantry.webhooks.payload;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook's bytes say. Reading never throws: bytes that are no plain JSON object (bad UTF-8,
 * an array, twice the same key, 65 levels, text behind the end) are {@link Unreadable}.
 */
public sealed interface WebhookPayload {
  /** The provider's id of the event, or the SHA-256 of its bytes where there is none to trust. */
  String eventId();

  /** The event's name, as far as it is known. */
  @Nullable String type();

  /** A JSON object; what it lacks, or has in an odd form, is null. */
  record Parsed(
      String eventId,
      @Nullable String type,
      @Nullable Resource resource,
      @Nullable Instant providerTime,
      @Nullable Mode mode)
      implements WebhookPayload {}

  /** Anything else. */
  record Unreadable(String eventId, @Nullable String type) implements WebhookPayload {}

  /** Reads a body with the headers that came along, names lower-cased. */
  static WebhookPayload read(Provider provider, Map<String, String> headers, RawBody body) {
    return JsonFields.read(body.bytes(), PayloadShape.PATHS)
        .map(fields -> PayloadShape.parsed(provider, headers, body, fields))
        .orElseGet(() -> PayloadShape.unreadable(provider, headers, body));
  }
}
