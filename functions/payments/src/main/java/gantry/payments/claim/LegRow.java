package gantry.payments.claim;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A leg of a transaction that belongs to a claim. */
@MappedEntity("payments.consumed_legs")
record LegRow(String chain, String hash, @Id String leg, UUID claim, Instant at) {}
