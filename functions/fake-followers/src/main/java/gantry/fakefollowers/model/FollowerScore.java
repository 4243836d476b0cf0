package gantry.fakefollowers.model;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Gantry's own verdict, with what led to it and the model that gave it. */
@Serdeable
public record FollowerScore(
    Verdict verdict, double probability, List<Reason> reasons, NameOrigin name, String model) {
  public FollowerScore {
    reasons = List.copyOf(reasons);
  }
}
