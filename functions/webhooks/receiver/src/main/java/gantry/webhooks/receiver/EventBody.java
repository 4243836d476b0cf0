package gantry.webhooks.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.webhooks.payload.RawBody;
import java.util.Base64;

/** A request's body as API Gateway hands it over, bounded before it is decoded. */
sealed interface EventBody {
  int MAX_BYTES = 256 * 1024;

  /** The exact bytes the client sent, or why there are none to look at. */
  Bytes bytes();

  /** Text, which API Gateway has read as UTF-8. */
  record Text(String text) implements EventBody {
    @Override
    public Bytes bytes() {
      // Each character is at least one byte.
      return text.length() > MAX_BYTES ? new TooLarge() : bounded(text.getBytes(UTF_8));
    }
  }

  /** Anything that is no text. */
  record Base64Text(String text) implements EventBody {
    @Override
    public Bytes bytes() {
      if (text.length() > (MAX_BYTES + 2) / 3 * 4) {
        return new TooLarge();
      }
      try {
        return bounded(Base64.getDecoder().decode(text));
      } catch (IllegalArgumentException notBase64) {
        return new Malformed();
      }
    }
  }

  private static Bytes bounded(byte[] bytes) {
    return bytes.length > MAX_BYTES ? new TooLarge() : new Exact(RawBody.of(bytes));
  }

  /** What decoding gave. */
  sealed interface Bytes {}

  record Exact(RawBody body) implements Bytes {}

  record TooLarge() implements Bytes {}

  record Malformed() implements Bytes {}
}
