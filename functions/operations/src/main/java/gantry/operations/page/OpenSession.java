package gantry.operations.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import gantry.lambda.Sha256;
import gantry.secrets.Secrets;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/**
 * Opens an operator's session: a token of its own key, issuer and audience, so that neither it nor
 * the API's token ever passes for the other. It holds the hash of its CSRF proof and lives for an
 * hour at most, in the server's eyes as in the browser's.
 */
@Singleton
final class OpenSession {
  static final Duration LONGEST = Duration.ofHours(1);

  /** What the session authorizer demands of issuer and audience. */
  static final String OPERATOR = "gantry-operator";

  private static final int MIN_SECRET_BYTES = 32;

  private final Secrets secrets;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OpenSession(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  Outcome open(SessionHolder holder) {
    return secrets
        .find("SESSION_SECRET")
        .filter(secret -> secret.getBytes(UTF_8).length >= MIN_SECRET_BYTES)
        .<Outcome>map(secret -> new Outcome.Opened(session(holder, secret)))
        .orElseGet(Outcome.NotSetUp::new);
  }

  private Session session(SessionHolder holder, String secret) {
    var expiry = earlier(holder.tokenExpiry(), clock.instant().plus(LONGEST));
    var proof = unguessable();
    var id = unguessable();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(OPERATOR)
            .audience(OPERATOR)
            .subject(holder.user())
            .claim("tenant", holder.tenant())
            .claim("roles", List.of("admin"))
            .claim("csrf", text(Sha256.of(proof)))
            .jwtID(id)
            .expirationTime(Date.from(expiry))
            .build();
    return new Session(id, signed(claims, secret), proof, expiry);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private String unguessable() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String signed(JWTClaimsSet claims, String secret) {
    try {
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(secret.getBytes(UTF_8)));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  sealed interface Outcome {
    record Opened(Session session) implements Outcome {}

    /** There is no usable {@code SESSION_SECRET}. */
    record NotSetUp() implements Outcome {}
  }
}
