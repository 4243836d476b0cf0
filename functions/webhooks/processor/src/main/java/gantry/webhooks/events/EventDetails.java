package gantry.webhooks.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All about one event but its bytes. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventDetails(
    @JsonUnwrapped EventItem item,
    @Nullable String error,
    @Nullable Instant nextAttemptAt,
    @Nullable String requestId,
    Map<String, String> headers,
    List<Step> timeline,
    List<EventSignal> signals) {
  /** Something that happened to the event. */
  @Serdeable
  record Step(String event, Instant at) {}

  EventDetails {
    headers = Map.copyOf(headers);
    timeline = List.copyOf(timeline);
    signals = List.copyOf(signals);
  }

  static EventDetails of(
      EventItem item, EventRow row, Map<String, String> headers, List<EventSignal> signals) {
    return new EventDetails(
        item,
        row.error(),
        row.nextAttemptAt(),
        row.requestId(),
        headers,
        timeline(item, row),
        signals);
  }

  private static List<Step> timeline(EventItem item, EventRow row) {
    return Stream.of(
            step("received", item.receivedAt()),
            step("verified", row.verifiedAt()),
            step("queued", row.queuedAt()),
            step("stored", row.storedAt()),
            step("decided", row.decidedAt()),
            step("body-retired", row.bodyRetiredAt()))
        .flatMap(step -> step)
        .toList();
  }

  private static Stream<Step> step(String event, @Nullable Instant at) {
    return at == null ? Stream.of() : Stream.of(new Step(event, at));
  }
}
