package gantry.fakefollowers.audit;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A row of a statement's parameter; without a result where only the others change. */
@Serdeable
record StoredFollower(
    int batch,
    int place,
    String verdict,
    @Nullable Long nameKey,
    @Nullable Long handleKey,
    int nameLevel,
    int handleLevel,
    @Nullable String result) {}
