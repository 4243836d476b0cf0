package gantry.fakefollowers.batch;

import io.micronaut.serde.annotation.Serdeable;

/** An item that is no follower, by its place in what was sent, and why. */
@Serdeable
public record Malformed(int index, String reason) {}
