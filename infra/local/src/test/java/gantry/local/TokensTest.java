package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import gantry.local.Tokens.Claims;
import gantry.local.Tokens.Names;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Claims CLAIMS =
      new Claims("u1", "t1", List.of("admin"), Duration.ofHours(1));

  @Test
  void aTokenCarriesItsClaimsAndItsSignature() throws Exception {
    var token = tokens(SECRET).mint(CLAIMS);

    var jwt = SignedJWT.parse(token.text());
    assertThat(jwt.verify(new MACVerifier(SECRET))).isTrue();
    var claims = jwt.getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("u1");
    assertThat(claims.getStringClaim("tenant")).isEqualTo("t1");
    assertThat(claims.getStringListClaim("roles")).containsExactly("admin");
    assertThat(claims.getIssuer()).isEqualTo("gantry");
    assertThat(claims.getAudience()).containsExactly("gantry-api");
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(token.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void claimsAreCalledAsTheAuthorizerReadsThem() throws Exception {
    var named = settings(SECRET, new Names("https://example.org/org", "groups"));

    var token = new Tokens(named, Clock.fixed(NOW, ZoneOffset.UTC)).mint(CLAIMS);

    var claims = SignedJWT.parse(token.text()).getJWTClaimsSet();
    assertThat(claims.getStringClaim("https://example.org/org")).isEqualTo("t1");
    assertThat(claims.getStringListClaim("groups")).containsExactly("admin");
    assertThat(claims.getClaims()).doesNotContainKeys("tenant", "roles");
  }

  @Test
  void withoutASecretThereAreNoTokens() {
    assertThat(tokens("").canMint()).isFalse();
    assertThatThrownBy(() -> tokens("").mint(CLAIMS)).hasMessageContaining("JWKS_URL");
  }

  private static Tokens tokens(String secret) {
    return new Tokens(
        settings(secret, new Names("tenant", "roles")), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Tokens.Settings settings(String secret, Names names) {
    return new Tokens.Settings(secret, "gantry", "gantry-api", names);
  }
}
