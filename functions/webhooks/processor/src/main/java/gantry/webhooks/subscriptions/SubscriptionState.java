package gantry.webhooks.subscriptions;

import gantry.lambda.Sha256;
import gantry.webhooks.grants.Status;
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
    return HexFormat.of().formatHex(Sha256.of(toString()), 0, FINGERPRINT_BYTES);
  }
}
