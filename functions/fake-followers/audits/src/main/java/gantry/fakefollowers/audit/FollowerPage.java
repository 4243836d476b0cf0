package gantry.fakefollowers.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of the list; without a cursor it is the last. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record FollowerPage(List<FollowerView> items, @Nullable String nextCursor) {
  FollowerPage {
    items = List.copyOf(items);
  }
}
