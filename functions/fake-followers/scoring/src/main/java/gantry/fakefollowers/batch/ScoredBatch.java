package gantry.fakefollowers.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * One record of {@code follower-scores}: a scored batch, or a piece of one that would not fit into
 * a record.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScoredBatch(
    AuditRef audit, int batch, int piece, List<ScoredFollower> results, List<Malformed> malformed) {
  public ScoredBatch {
    results = List.copyOf(results);
    malformed = List.copyOf(malformed);
  }

  /** How many of the followers sent it accounts for. */
  public int size() {
    return results.size() + malformed.size();
  }

  /** Spreads an audit over the stream's shards. */
  public String key() {
    return audit.id() + ":" + batch;
  }
}
