package gantry.webhooks.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.secrets.Secrets;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.signature.SigningSecret;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private final Map<String, String> environment = new HashMap<>();
  private final WebhookSecrets secrets =
      new WebhookSecrets(Secrets.of(environment::get, Clock.systemUTC()));

  @Test
  void aProviderMayHaveAnyNumberOfSecretsOfBothModes() {
    configure(
        """
        {"stripe":[{"secret":"a","mode":"live"},{"mode":"test","secret":"b"}],"github":[]}
        """);

    assertThat(of(Provider.STRIPE))
        .extracting(SigningSecret::mode)
        .containsExactly(Mode.LIVE, Mode.TEST);
    assertThat(of(Provider.GITHUB)).isEmpty();
    assertThat(of(Provider.PADDLE)).isEmpty();
  }

  @Test
  void aSecretEndsAtItsInstant() {
    configure(
        """
        {"stripe":[{"secret":"a","mode":"live","until":"2026-11-21T03:00:00Z"}]}
        """);

    assertThat(secrets.of(Provider.STRIPE, NOW.minusMillis(1))).hasSize(1);
    assertThat(secrets.of(Provider.STRIPE, NOW)).isEmpty();
  }

  @Test
  void aChangedDocumentCountsAtOnce() {
    configure("{\"stripe\":[]}");
    assertThat(of(Provider.STRIPE)).isEmpty();

    configure("{\"stripe\":[{\"secret\":\"a\",\"mode\":\"live\"}]}");
    assertThat(of(Provider.STRIPE)).hasSize(1);
  }

  @Test
  void anEmptyOrUnusableSecretIsNone() {
    configure(
        """
        {"stripe":[{"secret":"","mode":"live"}],
         "standard":[{"secret":"whsec_","mode":"live"},{"secret":"no base64!","mode":"live"}]}
        """);

    assertThat(of(Provider.STRIPE)).isEmpty();
    assertThat(of(Provider.STANDARD)).isEmpty();
  }

  @Test
  void aProviderOfALaterVersionIsSkipped() {
    configure(
        """
        {"later":{"any":["shape"]},"stripe":[{"secret":"a","mode":"live"}]}
        """);

    assertThat(of(Provider.STRIPE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "stripe",
        "{\"stripe\":[{\"secret\":\"a\",\"mode\":\"live\"}]",
        "{\"stripe\":[{\"secret\":\"a\",\"mode\":\"live\"}]} {}",
        "{\"stripe\":{\"secret\":\"a\",\"mode\":\"live\"}}",
        "{\"stripe\":[\"a\"]}",
        "{\"stripe\":[{\"secret\":\"a\"}]}",
        "{\"stripe\":[{\"mode\":\"live\"}]}",
        "{\"stripe\":[{\"secret\":\"a\",\"mode\":\"LIVE\"}]}",
        "{\"stripe\":[{\"secret\":\"a\",\"mode\":\"prod\"}]}",
        "{\"stripe\":[{\"secret\":1,\"mode\":\"live\"}]}",
        "{\"stripe\":[{\"secret\":\"a\",\"mode\":\"live\",\"until\":\"soon\"}]}",
        "{\"stripe\":[{\"secret\":\"a\",\"mode\":\"live\",\"untill\":\"2026-11-21T03:00:00Z\"}]}",
        "{\"stripe\":[{\"secret\":\"a\",\"secret\":\"b\",\"mode\":\"live\"}]}",
        "{\"stripe\":[],\"stripe\":[{\"secret\":\"a\",\"mode\":\"live\"}]}",
        "{\"stripe\":[{\"secret\":\"a\",\"mode\":\"live\"}],\"github\":[{}]}"
      })
  void aMalformedDocumentIsNone(String document) {
    configure(document);

    assertThat(of(Provider.STRIPE)).isEmpty();
  }

  private void configure(String document) {
    environment.put("WEBHOOK_SECRETS", document);
  }

  private List<SigningSecret> of(Provider provider) {
    return secrets.of(provider, NOW);
  }
}
