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

  /** What the authorizer is told, read back from where it is told it. */
  record Settings(String secret, String issuer, String audience, Names names) {
    static Settings of(Blueprint blueprint) {
      return new Settings(
          blueprint.setting("JWT_SECRET"),
          blueprint.setting("JWT_ISSUER"),
          blueprint.setting("JWT_AUDIENCE"),
          new Names(blueprint.setting("JWT_TENANT_CLAIM"), blueprint.setting("JWT_ROLES_CLAIM")));
    }
  }

  /** How the claims are called that are not JWT's own. */
  record Names(String tenant, String roles) {}

  record Claims(String sub, String tenant, List<String> roles, Duration lifetime) {}

  record Token(String text, Instant expiresAt) {}

  /** Without a secret, tokens come from whoever stands behind JWKS_URL. */
  boolean canMint() {
    return !settings.secret().isEmpty();
  }

  Token mint(Claims claims) {
    if (!canMint()) {
      throw new IllegalArgumentException("tokens are verified by JWKS_URL here: mint them there");
    }
    var expiresAt = Instant.ofEpochSecond(clock.instant().plus(claims.lifetime()).getEpochSecond());
    var payload =
        new JWTClaimsSet.Builder()
            .subject(claims.sub())
            .issuer(settings.issuer())
            .audience(settings.audience())
            .claim(settings.names().tenant(), claims.tenant())
            .claim(settings.names().roles(), claims.roles())
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
