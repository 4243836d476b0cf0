package gantry.fakefollowers.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** The audit that a batch belongs to, with all that is needed to begin it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditRef(UUID id, String tenant, String owner, String creator, String platform) {}
