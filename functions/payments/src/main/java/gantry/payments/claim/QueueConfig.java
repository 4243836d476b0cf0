package gantry.payments.claim;

import org.jspecify.annotations.Nullable;

/** {@code PAYMENT_WATCH_QUEUE_URL} and {@code ACCESS_GRANTS_QUEUE_URL}. */
public record QueueConfig(@Nullable String watchUrl, @Nullable String grantsUrl) {
  String watch() {
    return required(watchUrl, "PAYMENT_WATCH_QUEUE_URL");
  }

  String grants() {
    return required(grantsUrl, "ACCESS_GRANTS_QUEUE_URL");
  }

  private static String required(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }
}
