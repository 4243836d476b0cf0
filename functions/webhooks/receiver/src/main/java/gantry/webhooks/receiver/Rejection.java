package gantry.webhooks.receiver;

import java.util.Locale;

/** Why a webhook was not taken; the slugs are problem types and metric values. */
enum Rejection {
  UNKNOWN_PROVIDER,
  METHOD_NOT_ALLOWED,
  SECRET_NOT_CONFIGURED,
  BODY_TOO_LARGE,
  MALFORMED_BODY,
  SIGNATURE_MISMATCH,
  TIMESTAMP_OUTSIDE_TOLERANCE,
  QUEUE_UNAVAILABLE;

  private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

  String slug() {
    return slug;
  }
}
