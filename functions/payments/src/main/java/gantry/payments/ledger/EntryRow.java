package gantry.payments.ledger;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("payments.ledger_entries")
record EntryRow(
    @Id UUID id, String tenant, String userId, UUID claim, Entry.Kind kind, Instant at) {}
