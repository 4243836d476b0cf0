package gantry.webhooks.signature;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.RawBody;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Decides whether one of our secrets signed these bytes. The time is judged last: who does not know
 * a secret learns nothing about our clock or window.
 */
public final class VerifySignature {
  private final SignatureScheme scheme;
  private final TimeWindow window;

  public VerifySignature(SignatureScheme scheme, TimeWindow window) {
    this.scheme = scheme;
    this.window = window;
  }

  /** The verdict over raw bytes, with every secret tried. */
  public Outcome verify(Signed signed, List<SigningSecret> secrets, Instant now) {
    var claim = scheme.claim(signed.headers()).orElse(null);
    var match = claim == null ? Optional.<SigningSecret>empty() : match(claim, signed, secrets);
    if (claim == null || match.isEmpty()) {
      return new Outcome.Mismatch();
    }
    return claim.time() == null || window.contains(claim.time(), now)
        ? new Outcome.Verified(match.get().mode())
        : new Outcome.OutsideTolerance();
  }

  /** No early end: how long it takes must not say which secret or signature came close. */
  private static Optional<SigningSecret> match(
      SignatureClaim claim, Signed signed, List<SigningSecret> secrets) {
    var match = Optional.<SigningSecret>empty();
    for (var secret : secrets) {
      var expected = hmac(secret, claim.prefixBytes(), signed.body());
      for (var signature : claim.signatures()) {
        var equal = signature.isEqualTo(expected);
        match = equal && match.isEmpty() ? Optional.of(secret) : match;
      }
    }
    return match;
  }

  private static byte[] hmac(SigningSecret secret, byte[] prefix, RawBody body) {
    try {
      var mac = Mac.getInstance(HmacKey.ALGORITHM);
      mac.init(secret.key());
      mac.update(prefix);
      return mac.doFinal(body.bytes());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JVM has HmacSHA256", impossible);
    }
  }

  /** A request as it came: header names lower-cased, the body's exact bytes. */
  public record Signed(Map<String, String> headers, RawBody body) {}

  /** What became of it. */
  public sealed interface Outcome {
    record Verified(Mode mode) implements Outcome {}

    record Mismatch() implements Outcome {}

    record OutsideTolerance() implements Outcome {}
  }
}
