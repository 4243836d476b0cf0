package gantry.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.postgres.TimeCursor;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Part of a list; without a cursor it is the last. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ListPage<T>(List<T> items, @Nullable String nextCursor) {
  ListPage {
    items = List.copyOf(items);
  }

  /** One item more than the limit was asked for: it only tells that there is more. */
  static <T> ListPage<T> of(List<T> found, int limit, Function<T, TimeCursor> cursor) {
    if (found.size() <= limit) {
      return new ListPage<>(found, null);
    }
    var items = found.subList(0, limit);
    return new ListPage<>(items, cursor.apply(items.getLast()).text());
  }
}
