package gantry.fakefollowers.model;

import io.micronaut.serde.annotation.Serdeable;

/** A feature and what it added to the log-odds of a fake; negative speaks for a real follower. */
@Serdeable
public record Reason(String feature, double contribution) {}
