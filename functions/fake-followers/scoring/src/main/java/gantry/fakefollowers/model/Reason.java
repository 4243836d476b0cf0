package gantry.fakefollowers.model;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;

/** A feature and what it added to the log-odds of a fake; negative speaks for a real follower. */
@Serdeable
public record Reason(String feature, double contribution) {
  static final Comparator<Reason> STRONGEST_FIRST =
      Comparator.comparingDouble(reason -> -Math.abs(reason.contribution));
}
