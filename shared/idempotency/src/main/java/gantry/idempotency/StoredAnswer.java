package gantry.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as it can be given again: status, the controller's own headers, the body's text. */
record StoredAnswer(int status, Map<String, String> headers, @Nullable String body) {
  StoredAnswer {
    headers = Map.copyOf(headers);
  }

  /** A failure of ours is no answer: the request may be sent again under its key. */
  boolean isFinal() {
    return status < 500;
  }
}
