package gantry.outbox;

import gantry.lambda.RequestId;
import gantry.lambda.UuidV7;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Where a business transaction leaves its facts; they are published once it has committed. */
@Singleton
public final class Outbox {
  /** 500 of these fit a Lambda's memory; the stream's own limit is far above. */
  private static final int MAX_PAYLOAD = 65_536;

  private final PostgresOutboxStore store;
  private final JsonMapper json;
  private final UuidV7 ids;
  private final Clock clock;

  Outbox(PostgresOutboxStore store, JsonMapper json, UuidV7 ids, Clock clock) {
    this.store = store;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** Only inside the transaction of the change it tells about, as late in it as possible. */
  public void append(OutboxEvent event) {
    store.advance(event.aggregateType(), event.aggregate());
    store.insert(row(event));
  }

  private OutboxRow row(OutboxEvent event) {
    return new OutboxRow(
        ids.next(),
        event.stream(),
        event.aggregateType(),
        event.aggregate(),
        event.type(),
        payload(event),
        clock.instant(),
        RequestId.current().orElse(null));
  }

  private String payload(OutboxEvent event) {
    try {
      var payload = json.writeValueAsString(event.data());
      if (payload.length() > MAX_PAYLOAD) {
        throw new IllegalArgumentException("The data of " + event.type() + " is too large");
      }
      return payload;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
