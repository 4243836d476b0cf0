package gantry.webhooks.events;

import gantry.postgres.Reading;
import gantry.postgres.Reads;
import gantry.postgres.TimeCursor;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows stored events. */
@Singleton
final class ViewEvents {
  private static final Argument<Map<String, String>> HEADERS =
      Argument.mapOf(String.class, String.class);

  private static final Duration ACCEPTED = Duration.ofHours(1);

  private final PostgresEventStore store;
  private final Reads reads;
  private final JsonMapper json;

  ViewEvents(PostgresEventStore store, Reads reads, JsonMapper json) {
    this.store = store;
    this.reads = reads;
    this.json = json;
  }

  /** An operator rather sees an old list than none, as long as it says so. */
  Reading<EventPage> list(EventFilter filter, TimeCursor before, int limit) {
    return reads.withStaleness(
        ACCEPTED, () -> EventPage.of(store.newestFirst(filter, before, limit + 1), limit));
  }

  Optional<EventDetails> find(UUID id) {
    return reads.both(
        () -> store.find(id).flatMap(item -> store.findRow(id).map(row -> Map.entry(item, row))),
        () -> store.signals(id),
        (found, signals) -> found.map(event -> details(event.getKey(), event.getValue(), signals)));
  }

  Optional<EventBody> body(UUID id) {
    return store.findBody(id);
  }

  private EventDetails details(EventItem item, EventRow row, List<EventSignal> signals) {
    return EventDetails.of(item, row, headers(row), signals);
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
