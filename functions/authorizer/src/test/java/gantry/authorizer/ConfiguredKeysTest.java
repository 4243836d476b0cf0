package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredKeysTest {
  private static final String TOKEN = Tokens.good().hs256();

  @Test
  void withoutAnyKeyEverythingIsRefused() {
    refusesAll(Gate.with(Map.of()));
    refusesAll(Gate.with(Map.of("JWT_SECRET", "")));
  }

  @Test
  void withBothKindsOfKeysEverythingIsRefused() {
    refusesAll(
        Gate.with(
            Map.of("JWT_SECRET", Tokens.SECRET, "JWKS_URL", "https://id.example.org/jwks.json")));
  }

  @Test
  void aShortSecretRefusesEvenWhatItSigned() {
    var secret = "x".repeat(31);
    var gate = Gate.with(Map.of("JWT_SECRET", secret));

    assertThat(gate.bearer(Tokens.good().hs256(secret.getBytes(UTF_8)))).isEqualTo(Gate.REFUSED);
    assertThat(gate.reason()).isEqualTo("not-configured");
  }

  @Test
  void theLengthCountsBytes() {
    var secret = "é".repeat(16);

    assertThat(
            Gate.with(Map.of("JWT_SECRET", secret))
                .bearer(Tokens.good().hs256(secret.getBytes(UTF_8))))
        .contains("true");
  }

  @Test
  void aNewSecretCountsWithoutARestart() {
    var gate = Gate.with(Map.of("JWT_SECRET", "an-older-secret-of-at-least-32-bytes"));
    assertThat(gate.bearer(TOKEN)).isEqualTo(Gate.REFUSED);

    gate.environment.put("JWT_SECRET", Tokens.SECRET);

    assertThat(gate.bearer(TOKEN)).contains("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org/jwks",
        "file:///etc/passwd",
        "jwks",
        "https:",
        "http://127.0.0.1.example.org/",
        "ht tp"
      })
  void anUntrustedAddressStopsTheStart(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.with(Map.of("JWKS_URL", address)))
        .withMessage("JWKS_URL is no https address");
  }

  @Test
  void everySettingHasItsDefault() {
    assertThat(AuthorizerConfig.of(_ -> null))
        .isEqualTo(new AuthorizerConfig("gantry", "gantry-api", "tenant", "roles", ""));
  }

  private static void refusesAll(Gate gate) {
    assertThat(gate.bearer(TOKEN)).isEqualTo(Gate.REFUSED);
    assertThat(gate.reason()).isEqualTo("not-configured");
  }
}
