package gantry.fakefollowers.model;

import org.jspecify.annotations.Nullable;

/** A follower as a platform lists it; counts are given where they are known. */
public record Follower(
    String handle,
    String fullName,
    @Nullable Long followers,
    @Nullable Long following,
    @Nullable Long posts,
    @Nullable Boolean hasPicture,
    @Nullable Boolean isPrivate,
    @Nullable Integer bioLength) {
  /** One of whom only handle and name are known. */
  public static Follower named(String handle, String fullName) {
    return new Follower(handle, fullName, null, null, null, null, null, null);
  }
}
