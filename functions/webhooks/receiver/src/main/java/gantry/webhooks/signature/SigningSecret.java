package gantry.webhooks.signature;

import gantry.webhooks.payload.Mode;
import java.time.Instant;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A key of one provider, good for one mode, until the other end has rotated. */
public record SigningSecret(SecretKey key, Mode mode, @Nullable Instant until) {
  public boolean isValidAt(Instant now) {
    return until == null || now.isBefore(until);
  }
}
