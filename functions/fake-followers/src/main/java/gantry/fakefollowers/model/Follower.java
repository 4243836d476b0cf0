package gantry.fakefollowers.model;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A follower as a platform lists it; counts are given where they are known. */
@Serdeable
public record Follower(
    @NotNull @Size(max = LONGEST_HANDLE) String handle,
    @NotNull @Size(max = LONGEST_NAME) String fullName,
    @Nullable @PositiveOrZero Long followers,
    @Nullable @PositiveOrZero Long following,
    @Nullable @PositiveOrZero Long posts,
    @Nullable Boolean hasPicture,
    @Nullable Boolean isPrivate,
    @Nullable @PositiveOrZero Integer bioLength) {
  static final int LONGEST_HANDLE = 200;
  static final int LONGEST_NAME = 400;

  /** One of whom only handle and name are known. */
  public static Follower named(String handle, String fullName) {
    return new Follower(handle, fullName, null, null, null, null, null, null);
  }
}
