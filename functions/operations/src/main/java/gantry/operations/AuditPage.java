package gantry.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.audit.AuditedEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Part of the list; without a cursor it is the last. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditPage(List<Item> items, @Nullable String nextCursor) {
  AuditPage {
    items = List.copyOf(items);
  }

  /** One event more than the limit was asked for: it only tells that there is more. */
  static AuditPage of(List<AuditedEvent> found, int limit) {
    var isLast = found.size() <= limit;
    var events = isLast ? found : found.subList(0, limit);
    return new AuditPage(
        events.stream().map(Item::of).toList(), isLast ? null : events.getLast().place().text());
  }

  /** One event; its details are JSON as it was written and hashed. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      Instant at,
      String tenant,
      String actor,
      String action,
      String objectType,
      String object,
      @Nullable String beforeHash,
      @Nullable String afterHash,
      String details,
      @Nullable String requestId,
      String chain,
      long number,
      String hash) {
    static Item of(AuditedEvent event) {
      return new Item(
          event.id(),
          event.at(),
          event.actor().tenant(),
          event.actor().id(),
          event.action(),
          event.object().type(),
          event.object().id(),
          event.beforeHash(),
          event.afterHash(),
          event.details(),
          event.requestId(),
          event.seal().chain(),
          event.seal().number(),
          event.seal().hash());
    }
  }
}
