package gantry.webhooks;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code WEBHOOK_INBOX_QUEUE_URL} and {@code WEBHOOK_INBOX_DEAD_LETTER_QUEUE_URL}. */
@ConfigurationProperties("webhook-inbox")
public record InboxConfig(@Nullable String queueUrl, @Nullable String deadLetterQueueUrl) {
  public String inbox() {
    return required(queueUrl, "WEBHOOK_INBOX_QUEUE_URL");
  }

  public String deadLetters() {
    return required(deadLetterQueueUrl, "WEBHOOK_INBOX_DEAD_LETTER_QUEUE_URL");
  }

  private static String required(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }
}
