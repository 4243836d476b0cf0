package gantry.precompute.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of the list; without a cursor it is the last. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RoadmapPage(List<RoadmapItem> items, @Nullable String nextCursor) {
  RoadmapPage {
    items = List.copyOf(items);
  }

  /** One item more than the limit was asked for: it only tells that there is more. */
  static RoadmapPage of(List<RoadmapItem> found, int limit) {
    return found.size() <= limit
        ? new RoadmapPage(found, null)
        : new RoadmapPage(found.subList(0, limit), found.get(limit - 1).place().text());
  }
}
