package gantry.authorizer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.SignedJWT;
import gantry.authorizer.VerifyToken.Outcome.Refused;

/** Decides whether an {@code Authorization} header names a caller (RFC 8725). */
final class VerifyToken {
  private final KeySource keys;
  private final ClaimChecks claims;

  VerifyToken(KeySource keys, ClaimChecks claims) {
    this.keys = keys;
    this.claims = claims;
  }

  /** Refuses what is wrong; throws only when our keys cannot be read, which says nothing of it. */
  Outcome verify(String authorization) {
    return switch (BearerToken.read(authorization)) {
      case BearerToken.Parsed(var jwt) -> verify(jwt);
      case BearerToken.Rejected(var refusal) -> new Refused(refusal);
    };
  }

  Outcome verify(SignedJWT jwt) {
    return switch (keys.verifier(jwt.getHeader())) {
      case KeySource.Found(var verifier) when isSigned(jwt, verifier) ->
          claims.check(jwt.getPayload().toJSONObject());
      case KeySource.Found _ -> new Refused(Refusal.SIGNATURE_MISMATCH);
      case KeySource.None(var refusal) -> new Refused(refusal);
    };
  }

  private static boolean isSigned(SignedJWT jwt, JWSVerifier verifier) {
    try {
      return jwt.verify(verifier);
    } catch (JOSEException unusable) {
      return false;
    }
  }

  /** What became of it. */
  sealed interface Outcome {
    record Admitted(Identity identity) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
  }
}
