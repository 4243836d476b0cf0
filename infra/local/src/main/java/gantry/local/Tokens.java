package gantry.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Mints tokens as the authorizer of this machine accepts them. */
record Tokens(Settings settings, Clock clock) {

  record Settings(String secret, String issuer, String audience) {}

  record Claims(String sub, String tenant, List<String> roles, Duration lifetime) {}

  record Token(String text, Instant expiresAt) {}

  Token mint(Claims claims) {
    var expiresAt = Instant.ofEpochSecond(clock.instant().plus(claims.lifetime()).getEpochSecond());
    var payload =
        new JWTClaimsSet.Builder()
            .subject(claims.sub())
            .issuer(settings.issuer())
            .audience(settings.audience())
            .claim("tenant", claims.tenant())
            .claim("roles", claims.roles())
            .issueTime(Date.from(clock.instant()))
            .expirationTime(Date.from(expiresAt))
            .build();
    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), payload);
    try {
      jwt.sign(new MACSigner(settings.secret().getBytes(StandardCharsets.UTF_8)));
    } catch (JOSEException e) {
      throw new IllegalArgumentException("JWT_SECRET is no HS256 key: " + e.getMessage(), e);
    }
    return new Token(jwt.serialize(), expiresAt);
  }
}
