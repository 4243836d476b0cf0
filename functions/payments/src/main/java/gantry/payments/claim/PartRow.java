package gantry.payments.claim;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A claim whose money a credit took; the credit has the id of the claim that brought it about. */
@MappedEntity("payments.credited_parts")
record PartRow(@Id UUID claim, UUID credit) {}
