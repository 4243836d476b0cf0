package gantry.fakefollowers.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.fakefollowers.batch.Malformed;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** What was taken into an audit, and what was not. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AcceptedPart(UUID id, int accepted, List<Malformed> malformed) {
  public AcceptedPart {
    malformed = List.copyOf(malformed);
  }
}
