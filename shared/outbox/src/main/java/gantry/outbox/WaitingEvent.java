package gantry.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** The oldest unpublished event of its aggregate, with the record that goes on the stream. */
@MappedEntity("outbox.events")
record WaitingEvent(@Id UUID id, String stream, String aggregate, String record) {
  /** Kinesis counts the partition key too. */
  int size() {
    return record.getBytes(UTF_8).length + aggregate.getBytes(UTF_8).length;
  }
}
