package gantry.webhooks.events;

import gantry.webhooks.payload.RawBody;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows stored events. */
@Singleton
final class ViewEvents {
  private static final Argument<Map<String, String>> HEADERS =
      Argument.mapOf(String.class, String.class);

  private final PostgresEventStore store;
  private final JsonMapper json;

  ViewEvents(PostgresEventStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  EventPage list(EventFilter filter, EventCursor before, int limit) {
    return EventPage.of(store.newestFirst(filter, before, limit + 1), limit);
  }

  Optional<EventDetails> find(UUID id) {
    return store.find(id).flatMap(item -> store.findRow(id).map(row -> details(item, row)));
  }

  Optional<RawBody> body(UUID id) {
    return store.findBody(id).map(EventBody::body);
  }

  private EventDetails details(EventItem item, EventRow row) {
    return EventDetails.of(item, row, headers(row), store.signals(item.id()));
  }

  private Map<String, String> headers(EventRow row) {
    try {
      var headers = json.readValue(row.headers(), HEADERS);
      return headers == null ? Map.of() : headers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
