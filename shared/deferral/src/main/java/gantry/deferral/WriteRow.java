package gantry.deferral;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A write that is done. */
@MappedEntity("deferral.writes")
record WriteRow(@Id UUID id) {}
