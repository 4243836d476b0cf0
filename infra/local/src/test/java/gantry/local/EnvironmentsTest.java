package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.template.FunctionResource;
import gantry.local.template.FunctionResource.Variable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
  private static final String SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:0:secret:X";
  private static final Map<String, String> SECRETS =
      Map.of("JWT_SECRET", "development key", "DATABASE_PASSWORD", "gantry");

  @Test
  void aSecretTakesThePlaceOfItsAddress() {
    var environment =
        environments(Map.of()).of(function("JWT_SECRET_ARN", new Variable(SECRET_ARN, false)));

    assertThat(environment).containsEntry("JWT_SECRET", "development key");
    assertThat(environment).doesNotContainKey("JWT_SECRET_ARN");
  }

  @Test
  void aSecretAddressLeadsToTheSimulator() {
    var address = new Variable("", false);

    assertThat(environments(Map.of()).of(function("EXAMPLE_BASE_URL_ARN", address)))
        .containsEntry("EXAMPLE_BASE_URL", "http://127.0.0.1:1/example");
  }

  @Test
  void anUnknownSecretIsAbsent() {
    var environment =
        environments(Map.of()).of(function("API_KEY_ARN", new Variable(SECRET_ARN, false)));

    assertThat(environment).doesNotContainKeys("API_KEY", "API_KEY_ARN");
  }

  @Test
  void theAddressOfAResourceStaysWhatItIs() {
    var queue = new Variable("arn:aws:sqs:eu-central-1:0:jobs", true);

    assertThat(environments(Map.of()).of(function("JOBS_ARN", queue)))
        .containsEntry("JOBS_ARN", queue.value());
  }

  @Test
  void theShellOverridesSettingsAndSecretsAndThatIsToldByName() {
    var environments = environments(Map.of("JWT_SECRET", "own key", "COLOUR", "blue"));

    var secret = environments.of(function("JWT_SECRET_ARN", new Variable(SECRET_ARN, false)));
    var setting = environments.of(function("COLOUR", new Variable("red", false)));

    assertThat(secret).containsEntry("JWT_SECRET", "own key");
    assertThat(setting).containsEntry("COLOUR", "blue");
    assertThat(environments.overridden()).containsExactly("COLOUR", "JWT_SECRET");
  }

  @Test
  void theShellNeverOverridesWiring() {
    var environments =
        environments(
            Map.of(
                "DATABASE_URL", "jdbc:elsewhere",
                "DATABASE_PASSWORD", "stolen",
                "AWS_ACCESS_KEY_ID", "real"));

    var url = environments.of(function("DATABASE_URL", new Variable("jdbc:here", true)));
    var password =
        environments.of(function("DATABASE_PASSWORD_ARN", new Variable(SECRET_ARN, true)));

    assertThat(url).containsEntry("DATABASE_URL", "jdbc:here");
    assertThat(url).containsEntry("AWS_ACCESS_KEY_ID", "local");
    assertThat(password).containsEntry("DATABASE_PASSWORD", "gantry");
    assertThat(environments.overridden()).isEmpty();
  }

  @Test
  void nothingElseOfTheShellReachesAFunction() {
    var environment =
        environments(Map.of("PATH", "/bin", "EDITOR", "vi", "AWS_PROFILE", "production"))
            .of(function("COLOUR", new Variable("red", false)));

    assertThat(environment).containsEntry("PATH", "/bin");
    assertThat(environment).doesNotContainKeys("EDITOR", "AWS_PROFILE");
  }

  @Test
  void providersAreTheSimulatorUnlessTheShellSaysOtherwise() {
    var variable = new Variable("https://api.example.com", false);

    assertThat(environments(Map.of()).of(function("EXAMPLE_BASE_URL", variable)))
        .containsEntry("EXAMPLE_BASE_URL", "http://127.0.0.1:1/example");
    assertThat(
            environments(Map.of("EXAMPLE_BASE_URL", "https://real.example"))
                .of(function("EXAMPLE_BASE_URL", variable)))
        .containsEntry("EXAMPLE_BASE_URL", "https://real.example");
  }

  @Test
  void tokensAreSignedInOneWayOnly() {
    var function =
        function(
            Map.of(
                "JWT_SECRET_ARN", new Variable(SECRET_ARN, false),
                "JWKS_URL", new Variable("", false)));

    assertThat(environments(Map.of()).of(function)).containsKey("JWT_SECRET");
    assertThat(environments(Map.of("JWKS_URL", "http://127.0.0.1:1/jwks")).of(function))
        .doesNotContainKey("JWT_SECRET");
  }

  private static Environments environments(Map<String, String> shell) {
    return new Environments(
        Map.of("AWS_ACCESS_KEY_ID", "local"),
        Map.of("EXAMPLE_BASE_URL", "http://127.0.0.1:1/example"),
        SECRETS,
        shell);
  }

  private static FunctionResource function(String name, Variable variable) {
    return function(Map.of(name, variable));
  }

  private static FunctionResource function(Map<String, Variable> environment) {
    return new FunctionResource(
        "Echo", Path.of("echo.jar"), "Echo", 512, Duration.ofSeconds(10), true, true, environment);
  }
}
