package gantry.fakefollowers.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.fakefollowers.batch.ScoredFollower;
import gantry.fakefollowers.classic.ClassicFields;
import gantry.fakefollowers.model.FollowerScore;
import io.micronaut.serde.annotation.Serdeable;

/** A scored follower, with what the whole audit knows. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record FollowerView(String handle, String fullName, ClassicFields classic, FollowerScore v2) {
  static FollowerView of(ScoredFollower scored, KnownFollower known) {
    return new FollowerView(
        scored.handle(), scored.fullName(), scored.classic(), scored.v2().with(known.duplicates()));
  }
}
