package gantry.fakefollowers.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.fakefollowers.classic.ClassicFields;
import gantry.fakefollowers.model.FollowerScore;
import io.micronaut.serde.annotation.Serdeable;

/** A follower with both verdicts. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScoredFollower(
    int index, String handle, String fullName, ClassicFields classic, FollowerScore v2) {}
