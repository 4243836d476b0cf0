package gantry.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksKeysTest {
  private static final KeyPair OTHER = Tokens.rsa(2048);

  private final KeySetServer server = new KeySetServer();
  private final Gate gate = Gate.with(Map.of("JWKS_URL", server.url()));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTokenOfAPublishedKeyIsAdmitted() {
    server.publish(key("k1", Tokens.RSA).build());

    assertThat(gate.bearer(token("k1", Tokens.RSA))).contains("\"isAuthorized\":true");
    assertThat(gate.bearer(token("k1", Tokens.RSA))).contains("\"isAuthorized\":true");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() {
    server.publish(key("k1", Tokens.RSA).build());

    assertThat(gate.bearer(token("k1", OTHER))).isEqualTo(Gate.REFUSED);
    assertThat(gate.reason()).isEqualTo("signature-mismatch");
  }

  @Test
  void oneFlippedBitAnywhereIsRefused() {
    server.publish(key("k1", Tokens.RSA).build());
    var token = token("k1", Tokens.RSA);
    for (var bit = 0; bit < token.length() * 8; bit++) {
      var chars = token.toCharArray();
      chars[bit / 8] ^= (char) (1 << bit % 8);

      assertThat(gate.bearer(new String(chars))).as("bit %d", bit).isEqualTo(Gate.REFUSED);
    }
  }

  @Test
  void thePublicKeyIsNoSharedSecret() {
    server.publish(key("k1", Tokens.RSA).build());
    var confused = Tokens.good().header("kid", "k1");

    assertThat(gate.bearer(confused.hs256(Tokens.RSA.getPublic().getEncoded())))
        .isEqualTo(Gate.REFUSED);
    assertThat(gate.reason()).isEqualTo("wrong-algorithm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PS256", "RS384", "RS512", "ES256", "EdDSA", "rs256"})
  void onlyRs256Counts(String algorithm) {
    server.publish(key("k1", Tokens.RSA).build());
    var token = Tokens.good().header("alg", algorithm).header("kid", "k1");

    assertThat(gate.bearer(token.rsa(Tokens.RSA.getPrivate()))).isEqualTo(Gate.REFUSED);
  }

  @Test
  void keysForOtherUsesAreIgnored() {
    server.publish(
        key("enc", Tokens.RSA).keyUse(KeyUse.ENCRYPTION).build(),
        key("rs512", Tokens.RSA).algorithm(JWSAlgorithm.RS512).build(),
        key("short", Tokens.rsa(1024)).build());

    assertThat(gate.bearer(token("enc", Tokens.RSA))).isEqualTo(Gate.REFUSED);
    assertThat(gate.bearer(token("rs512", Tokens.RSA))).isEqualTo(Gate.REFUSED);
    assertThat(gate.reason()).isEqualTo("unknown-key");
  }

  @Test
  void aTokenWithoutAKeyIdMeansTheOnlyKey() {
    var token = Tokens.good().header("alg", "RS256").rsa(Tokens.RSA.getPrivate());
    server.publish(key("k1", Tokens.RSA).build());
    assertThat(gate.bearer(token)).contains("true");

    server.publish(key("k1", Tokens.RSA).build(), key("k2", OTHER).build());
    gate.clock.advance(RememberedKeySet.FRESH);
    assertThat(gate.bearer(token)).isEqualTo(Gate.REFUSED);
  }

  @Test
  void aRotatedKeyIsFetchedOnceItIsSeen() {
    server.publish(key("k1", Tokens.RSA).build());
    gate.bearer(token("k1", Tokens.RSA));
    server.publish(key("k1", Tokens.RSA).build(), key("k2", OTHER).build());
    gate.clock.advance(RememberedKeySet.PAUSE);

    assertThat(gate.bearer(token("k2", OTHER))).contains("true");
  }

  @Test
  void strangersKeyIdsDoNotFloodTheEndpoint() {
    server.publish(key("k1", Tokens.RSA).build());
    for (var i = 0; i < 100; i++) {
      assertThat(gate.bearer(token("stranger-" + i, OTHER))).isEqualTo(Gate.REFUSED);
    }

    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aWithdrawnKeyIsForgotten() {
    server.publish(key("k1", Tokens.RSA).build());
    gate.bearer(token("k1", Tokens.RSA));
    server.publish(key("k2", OTHER).build());

    gate.clock.advance(RememberedKeySet.FRESH);

    assertThat(gate.bearer(token("k1", Tokens.RSA))).isEqualTo(Gate.REFUSED);
  }

  @Test
  void theLastGoodSetBridgesAnOutage() {
    server.publish(key("k1", Tokens.RSA).build());
    gate.bearer(token("k1", Tokens.RSA));
    server.answer(500, "");

    gate.clock.advance(RememberedKeySet.FRESH.plusSeconds(200));

    assertThat(gate.bearer(token("k1", Tokens.RSA))).contains("true");
  }

  @Test
  void duringAnOutageAnUnknownKeyIsNotRefused() {
    server.publish(key("k1", Tokens.RSA).build());
    gate.bearer(token("k1", Tokens.RSA));
    server.answer(500, "");
    gate.clock.advance(RememberedKeySet.PAUSE);

    assertThatExceptionOfType(KeysUnavailableException.class)
        .isThrownBy(() -> gate.bearer(token("k2", OTHER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "<html>", "{\"keys\":7}"})
  void anAnswerThatIsNoKeySetIsAnOutage(String body) {
    server.answer(200, body);

    throwsUnavailable();
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.redirect("/elsewhere");

    throwsUnavailable();
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aHugeKeySetIsAnOutage() {
    server.answer(200, "{\"keys\":[]," + " ".repeat(65 * 1024) + "\"x\":1}");

    throwsUnavailable();
  }

  @Test
  void aDrippingEndpointIsAnOutageInTime() {
    server.drip();
    var started = System.nanoTime();

    throwsUnavailable();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aDeadEndpointIsProbedOnlyEveryFewSeconds() {
    server.answer(503, "");
    throwsUnavailable();
    throwsUnavailable();
    assertThat(server.requests()).isEqualTo(1);

    gate.clock.advance(RememberedKeySet.PAUSE_AFTER_FAILURE);
    server.publish(key("k1", Tokens.RSA).build());
    assertThat(gate.bearer(token("k1", Tokens.RSA))).contains("true");
  }

  @Test
  void aBadTokenIsRefusedWithoutAnyKey() {
    server.answer(500, "");

    assertThat(gate.bearer("a.b.c")).isEqualTo(Gate.REFUSED);
    assertThat(gate.bearer(Tokens.good().hs256())).isEqualTo(Gate.REFUSED);
    assertThat(server.requests()).isZero();
  }

  private void throwsUnavailable() {
    assertThatExceptionOfType(KeysUnavailableException.class)
        .isThrownBy(() -> gate.bearer(token("k1", Tokens.RSA)));
  }

  private static RSAKey.Builder key(String id, KeyPair pair) {
    return new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID(id);
  }

  private static String token(String keyId, KeyPair pair) {
    return Tokens.good().rs256(keyId, pair.getPrivate());
  }
}
