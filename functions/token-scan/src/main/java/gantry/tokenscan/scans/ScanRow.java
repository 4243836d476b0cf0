package gantry.tokenscan.scans;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** An ordered scan and how far it is. */
@MappedEntity("token_scan.scans")
record ScanRow(@Id UUID id, Instant createdAt, int total, int done) {}
