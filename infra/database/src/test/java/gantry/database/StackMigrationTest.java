package gantry.database;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import gantry.secrets.Secrets;
import gantry.testing.FakeContext;
import gantry.testing.PostgresServer;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What CloudFormation's server sees of a migration. */
class StackMigrationTest {
  private static final String PATH = "/answer?X-Amz-Signature=abc";
  private static final WireMockServer SERVER =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  private final String url = PostgresServer.shared().newDatabase();

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void takeAnswers() {
    SERVER.resetAll();
    answer(aResponse().withStatus(200));
  }

  @Test
  void aDeploymentIsToldHowManyMigrationsRan() {
    var result = migrate("Create");

    assertThat(result).containsEntry("status", "SUCCESS");
    assertTold("$[?(@.Status == 'SUCCESS')]");
    assertTold("$[?(@.Reason == 'Migrations executed: " + MigrationFiles.count() + "')]");
    assertTold("$[?(@.PhysicalResourceId == 'gantry-migrations')]");
    assertTold("$[?(@.RequestId == 'r-1' && @.LogicalResourceId == 'MigratedDatabase')]");
  }

  @Test
  void theAnswerHasNoContentTypeBecauseItsAddressWasSignedWithoutOne() {
    migrate("Update");

    SERVER.verify(1, putRequestedFor(urlEqualTo(PATH)).withoutHeader("Content-Type"));
  }

  @Test
  void aStackThatIsDeletedKeepsTheDatabaseAsItIs() {
    var unreachable = handler("jdbc:postgresql://127.0.0.1:1/none");

    unreachable.handleRequest(event("Delete"), new FakeContext());

    assertTold("$[?(@.Status == 'SUCCESS')]");
  }

  @Test
  void aFailureFailsTheDeploymentWithoutItsText() {
    var unreachable = handler("jdbc:postgresql://127.0.0.1:1/none");

    var result = unreachable.handleRequest(event("Update"), new FakeContext());

    assertThat(result).containsEntry("status", "FAILED");
    assertTold("$[?(@.Status == 'FAILED')]");
    assertTold(
        "$[?(@.Reason == 'IllegalStateException, see the log stream 2026/01/01/[$LATEST]0')]");
  }

  @Test
  void aRefusedAnswerIsSentAgain() {
    SERVER.resetAll();
    SERVER.stubFor(
        put(PATH)
            .inScenario("s")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("better"));
    SERVER.stubFor(put(PATH).inScenario("s").whenScenarioStateIs("better").willReturn(aResponse()));

    assertThat(migrate("Update")).containsEntry("status", "SUCCESS");
    SERVER.verify(2, putRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void anAnswerThatNobodyTakesIsThrownSoThatLambdaRunsItAgain() {
    answer(aResponse().withStatus(403));

    assertThatThrownBy(() -> migrate("Update")).hasMessageNotContaining("Signature");
    SERVER.verify(3, putRequestedFor(urlEqualTo(PATH)));
  }

  private Map<String, Object> migrate(String type) {
    return handler(url).handleRequest(event(type), new FakeContext());
  }

  private static MigrateHandler handler(String url) {
    var secrets =
        Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), Clock.systemUTC());
    return new MigrateHandler(
        Map.of("DATABASE_URL", url, "DATABASE_USER", PostgresServer.USER), secrets);
  }

  private static Map<String, Object> event(String type) {
    return Map.of(
        "RequestType",
        type,
        "ResponseURL",
        "http://127.0.0.1:" + SERVER.port() + PATH,
        "StackId",
        "arn:aws:cloudformation:eu-central-1:000000000000:stack/gantry/1",
        "RequestId",
        "r-1",
        "LogicalResourceId",
        "MigratedDatabase",
        "ResourceProperties",
        Map.of("MigrateVersion", "2"));
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(put(PATH).willReturn(answer));
  }

  private static void assertTold(String path) {
    StringValuePattern told = matchingJsonPath(path);
    SERVER.verify(putRequestedFor(urlEqualTo(PATH)).withRequestBody(told));
  }
}
