package gantry.authorizer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jwt.SignedJWT;
import gantry.authorizer.VerifyToken.Outcome;
import gantry.authorizer.VerifyToken.Outcome.Admitted;
import gantry.authorizer.VerifyToken.Outcome.Refused;
import gantry.lambda.Sha256;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Admits a browser's request that carries one session, comes from our own page, and repeats the
 * secret that only this page can read (OWASP's signed double submit): the session's signature holds
 * that secret's hash, so that no other session's, and no planted one, fits.
 */
final class AdmitSession {
  private static final int LONGEST_PROOF = 100;

  private final VerifyToken verifyToken;

  AdmitSession(VerifyToken verifyToken) {
    this.verifyToken = verifyToken;
  }

  /** Reading requests too: what no other page can send needs no thought about its effects. */
  Outcome admit(SessionEvent event) {
    if (event.sessions().size() != 1) {
      return new Refused(Refusal.NO_SESSION);
    }
    return switch (BearerToken.read("Bearer " + event.sessions().getFirst())) {
      case BearerToken.Rejected(var refusal) -> new Refused(refusal);
      case BearerToken.Parsed(var jwt) -> admit(jwt, event);
    };
  }

  private Outcome admit(SignedJWT jwt, SessionEvent event) {
    var outcome = verifyToken.verify(jwt);
    return outcome instanceof Admitted
        ? refusal(jwt, event).<Outcome>map(Refused::new).orElse(outcome)
        : outcome;
  }

  private static Optional<Refusal> refusal(SignedJWT session, SessionEvent event) {
    if (!event.page().holds()) {
      return Optional.of(Refusal.FOREIGN_PAGE);
    }
    return isProof(event.csrfToken() == null ? "" : event.csrfToken(), session)
        ? Optional.empty()
        : Optional.of(Refusal.NO_CSRF_PROOF);
  }

  private static boolean isProof(String token, SignedJWT session) {
    return !token.isEmpty()
        && token.length() <= LONGEST_PROOF
        && session.getPayload().toJSONObject().get("csrf") instanceof String hash
        && MessageDigest.isEqual(hash.getBytes(US_ASCII), hashed(token).getBytes(US_ASCII));
  }

  private static String hashed(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(token));
  }
}
