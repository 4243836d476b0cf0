package gantry.webhooks.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of the list; without a cursor it is the last. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventPage(List<EventItem> items, @Nullable String nextCursor) {
  EventPage {
    items = List.copyOf(items);
  }

  /** One row more than the limit was asked for: it only tells that there is more. */
  static EventPage of(List<EventItem> found, int limit) {
    if (found.size() <= limit) {
      return new EventPage(found, null);
    }
    var items = found.subList(0, limit);
    return new EventPage(items, items.getLast().cursor().text());
  }
}
