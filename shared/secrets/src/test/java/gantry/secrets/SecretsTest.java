package gantry.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private static final String ARN =
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:key-AbCdEf";

  private final SecretsManagerStub manager = new SecretsManagerStub();
  private final Map<String, String> environment = new HashMap<>(Map.of("KEY_ARN", ARN));
  private Instant now = Instant.parse("2026-11-21T03:00:00Z");
  private final InstantSource time = () -> now;
  private final Secrets secrets =
      new Secrets(
          environment::get, new SecretStore(manager::client), time.withZone(ZoneOffset.UTC));

  @AfterEach
  void stop() {
    manager.close();
  }

  @Test
  void theEnvironmentComesFirst() {
    environment.put("KEY", "from environment");
    manager.put(ARN, "from manager");

    assertThat(secrets.find("KEY")).contains("from environment");
    assertThat(manager.reads()).isZero();
  }

  @Test
  void anEmptyVariableIsNoSecret() {
    environment.put("KEY", "");
    manager.put(ARN, "from manager");

    assertThat(secrets.find("KEY")).contains("from manager");
  }

  @Test
  void withoutAnArnThereIsNothing() {
    environment.put("KEY_ARN", "");

    assertThat(secrets.find("KEY")).isEmpty();
    assertThat(secrets.find("OTHER")).isEmpty();
  }

  @Test
  void anUnknownDeletedOrEmptySecretIsAbsent() {
    assertThat(secrets.find("KEY")).isEmpty();

    passes(RememberedSecret.FRESH);
    manager.refuse("InvalidRequestException");
    assertThat(secrets.find("KEY")).isEmpty();

    passes(RememberedSecret.FRESH);
    manager.put(ARN, "");
    assertThat(secrets.find("KEY")).isEmpty();
  }

  @Test
  void aSecretIsReadOncePerMinute() {
    manager.put(ARN, "old");
    secrets.find("KEY");
    manager.put(ARN, "new");

    passes(RememberedSecret.FRESH.minusMillis(1));
    assertThat(secrets.find("KEY")).contains("old");

    passes(Duration.ofMillis(1));
    assertThat(secrets.find("KEY")).contains("new");
    assertThat(manager.reads()).isEqualTo(2);
  }

  @Test
  void theLastGoodValueBridgesAnHourOfOutage() {
    manager.put(ARN, "good");
    secrets.find("KEY");
    manager.refuse("InternalServiceError");

    passes(RememberedSecret.BRIDGED.minusMillis(1));
    assertThat(secrets.find("KEY")).contains("good");

    passes(RememberedSecret.PAUSE);
    assertThatExceptionOfType(SecretUnavailableException.class)
        .isThrownBy(() -> secrets.find("KEY"));
  }

  @Test
  void withoutAGoodValueAnOutageIsNotAnAbsence() {
    manager.refuse("AccessDeniedException");

    assertThatExceptionOfType(SecretUnavailableException.class)
        .isThrownBy(() -> secrets.find("KEY"));
  }

  @Test
  void anOutageIsProbedOnlyEveryFewSeconds() {
    manager.put(ARN, "good");
    secrets.find("KEY");
    manager.refuse("AccessDeniedException");
    passes(RememberedSecret.FRESH);
    secrets.find("KEY");
    var reads = manager.reads();

    passes(RememberedSecret.PAUSE.minusMillis(1));
    secrets.find("KEY");
    assertThat(manager.reads()).isEqualTo(reads);

    passes(Duration.ofMillis(1));
    manager.put(ARN, "better");
    assertThat(secrets.find("KEY")).contains("better");
  }

  @Test
  void aDeadEndpointIsAnOutage() {
    manager.close();

    assertThatExceptionOfType(SecretUnavailableException.class)
        .isThrownBy(() -> secrets.find("KEY"));
  }

  @Test
  void aClockThatWentBackReadsAgain() {
    manager.put(ARN, "old");
    secrets.find("KEY");
    manager.put(ARN, "new");

    passes(Duration.ofHours(-1));

    assertThat(secrets.find("KEY")).contains("new");
  }

  private void passes(Duration duration) {
    now = now.plus(duration);
  }
}
