package gantry.fakefollowers.batch;

import gantry.fakefollowers.model.Follower;

/** A follower and its place in what was sent. */
public record IndexedFollower(int index, Follower follower) {}
