package gantry.webhooks.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.webhooks.grants.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One state of a subscription as its provider tells it; the status may be one nobody knows. */
record SubscriptionState(
    String status,
    @Nullable String variant,
    @Nullable String order,
    @Nullable String item,
    Dates dates,
    @Nullable String pauseMode) {
  private static final int FINGERPRINT_BYTES = 16;

  record Dates(
      @Nullable Instant renewsAt,
      @Nullable Instant endsAt,
      @Nullable Instant trialEndsAt,
      @Nullable Instant resumesAt) {}

  int terminality() {
    return Status.of(status).map(Status::terminality).orElse(Status.UNKNOWN_TERMINALITY);
  }

  /** The same for states of one content, and for them only. */
  String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
