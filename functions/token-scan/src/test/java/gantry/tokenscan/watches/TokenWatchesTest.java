package gantry.tokenscan.watches;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.database.Migrations;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.PostgresServer;
import gantry.tokenscan.AskedToken;
import gantry.tokenscan.AssessToken;
import gantry.tokenscan.Document;
import gantry.tokenscan.RiskView;
import gantry.tokenscan.Stubs;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class TokenWatchesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLE = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";

  private Stubs stubs;
  private String database;
  private ApplicationContext context;
  private ApiFunction function;
  private RescanWatchesHandler rescan;

  @BeforeAll
  void start() {
    stubs = new Stubs();
    database = PostgresServer.shared().newDatabase(Migrations::migrate);
    var settings = new HashMap<>(stubs.settings());
    settings.put("database.url", database);
    settings.put("database.user", PostgresServer.USER);
    settings.put("token-watches.per-user", 2);
    context = ApplicationContext.run(settings);
    function = new ApiFunction(context);
    rescan = new RescanWatchesHandler(context);
  }

  @BeforeEach
  void forget() {
    stubs.reset();
    sql("DELETE FROM token_scan.watches");
    sql("DELETE FROM outbox.events");
  }

  @AfterAll
  void stop() {
    context.close();
    stubs.close();
  }

  @Test
  void aChangeOfLevelIsAnEvent() {
    isClean();
    assertThat(body(put("10", EXAMPLE)).get("level").isNull()).isTrue();
    assertThat(rescan()).isEqualTo(1);
    assertThat(body(put("10", EXAMPLE)).get("level").asText()).isEqualTo("LOW");
    assertThat(events()).isEmpty();
    isHoneypot();
    makeDue();

    rescan();

    assertThat(body(put("10", EXAMPLE)).get("level").asText()).isEqualTo("CRITICAL");
    assertThat(events()).hasSize(1);
    var event = json(events().getFirst());
    assertThat(event.get("from").asText()).isEqualTo("LOW");
    assertThat(event.get("to").asText()).isEqualTo("CRITICAL");
    assertThat(event.get("address").asText()).isEqualTo(EXAMPLE);
    assertThat(event.get("userId").asText()).isEqualTo("u1");
  }

  @Test
  void theSameLevelAgainIsNone() {
    isClean();
    put("10", EXAMPLE);
    rescan();
    makeDue();

    assertThat(rescan()).isEqualTo(1);
    assertThat(events()).isEmpty();
    assertThat(rescan()).isZero();
  }

  @Test
  void aSilentSourceIsNoChange() {
    isClean();
    put("10", EXAMPLE);
    rescan();
    stubs.goPlus("10", "{\"code\":4029}");
    makeDue();

    rescan();

    assertThat(body(put("10", EXAMPLE)).get("level").asText()).isEqualTo("LOW");
    assertThat(events()).isEmpty();
    assertThat(rescan()).isZero();
  }

  @Test
  void aTrapIsToldOnceThoughAnotherSourceIsSilent() {
    stubs.goPlus("8453", Document.named("goplus/clean").text());
    stubs.answer("/v2/IsHoneypot", Document.named("honeypot/clean").text());
    put("8453", EXAMPLE);
    rescan();
    stubs.answer("/v2/IsHoneypot", "{}", 503);
    makeDue();
    rescan();
    assertThat(events()).isEmpty();
    stubs.goPlus("8453", trap());
    makeDue();

    rescan();

    assertThat(body(put("8453", EXAMPLE)).get("level").asText()).isEqualTo("CRITICAL");
    assertThat(events()).hasSize(1);
    stubs.goPlus("8453", Document.named("goplus/clean").text());
    sql("UPDATE token_scan.watches SET due_at = due_at - interval '5 minutes'");
    assertThat(rescan()).isEqualTo(1);
    assertThat(body(put("8453", EXAMPLE)).get("level").asText()).isEqualTo("CRITICAL");
  }

  @Test
  void whoHasEndedAWatchIsToldNothing() {
    isClean();
    put("10", EXAMPLE);
    rescan();
    assertThat(delete(EXAMPLE).getStatusCode()).isEqualTo(204);
    assertThat(delete(EXAMPLE).getStatusCode()).isEqualTo(204);
    isHoneypot();

    assertThat(rescan()).isZero();
    assertThat(events()).isEmpty();
  }

  @Test
  void aWatchThatEndsDuringTheLookIsToldNothing() {
    isClean();
    put("10", EXAMPLE);
    rescan();
    makeDue();
    var looked = context.getBean(PostgresWatchStore.class).claimDue().getFirst();
    isHoneypot();
    var risk = look(looked);
    delete(EXAMPLE);

    context.getBean(RecordLook.class).record(looked, risk);

    assertThat(events()).isEmpty();
  }

  @Test
  void anOlderLookIsDropped() {
    isClean();
    put("10", EXAMPLE);
    makeDue();
    var looked = context.getBean(PostgresWatchStore.class).claimDue().getFirst();
    var older = look(looked);
    isHoneypot();
    makeDue();
    rescan();

    context.getBean(RecordLook.class).record(looked, older);

    assertThat(body(put("10", EXAMPLE)).get("level").asText()).isEqualTo("CRITICAL");
  }

  @Test
  void aTokenIsWatchedOnceAndNotTooMany() {
    assertThat(put("10", EXAMPLE).getStatusCode()).isEqualTo(201);
    assertThat(put("10", EXAMPLE).getStatusCode()).isEqualTo(200);
    assertThat(put("137", EXAMPLE).getStatusCode()).isEqualTo(201);

    var third = put("56", EXAMPLE);

    assertThat(third.getStatusCode()).isEqualTo(409);
    assertThat(body(third).get("type").asText()).isEqualTo("too-many-watches");
    assertThat(call(ApiEvent.request("PUT", path("56", EXAMPLE)), "t2").getStatusCode())
        .isEqualTo(201);
  }

  @Test
  void whatIsNoTokenCannotBeWatched() {
    assertThat(body(put("10", "usdt")).get("type").asText()).isEqualTo("invalid-address");
    var tron = "/v1/token-watches/tron:mainnet/TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";
    assertThat(body(call(ApiEvent.request("PUT", tron), "t1")).get("type").asText())
        .isEqualTo("chain-not-supported");
  }

  private void isClean() {
    stubs.goPlus("10", Document.named("goplus/clean").text());
  }

  private void isHoneypot() {
    stubs.goPlus("10", trap());
  }

  private static String trap() {
    return Document.named("goplus/clean").with("1", "result", EXAMPLE, "is_honeypot").text();
  }

  private RiskView look(Watch watch) {
    var known = new AskedToken.Known(watch.token());
    return context.getBean(AssessToken.class).assess(known).getFirst();
  }

  private int rescan() {
    return rescan.handleRequest(Map.of(), new FakeContext("look", 60_000));
  }

  private APIGatewayV2HTTPResponse put(String chain, String address) {
    return call(ApiEvent.request("PUT", path(chain, address)), "t1");
  }

  private APIGatewayV2HTTPResponse delete(String address) {
    return call(ApiEvent.request("DELETE", path("10", address)), "t1");
  }

  private static String path(String chain, String address) {
    return "/v1/token-watches/eip155:" + chain + "/" + address;
  }

  private APIGatewayV2HTTPResponse call(ApiEvent event, String tenant) {
    var expires = Instant.now().plusSeconds(3600).getEpochSecond();
    Map<String, Object> caller =
        Map.of("sub", "u1", "tenant", tenant, "roles", "user", "exp", expires);
    return function.handleRequest(event.authorizer(caller).event(), new FakeContext());
  }

  private void makeDue() {
    sql("UPDATE token_scan.watches SET due_at = now() - interval '1 second'");
  }

  private List<String> events() {
    var payloads = new ArrayList<String>();
    try (var connection = PostgresServer.shared().connect(database);
        var query = connection.createStatement();
        var rows =
            query.executeQuery(
                "SELECT payload FROM outbox.events WHERE type = 'token.level-changed'")) {
      while (rows.next()) {
        payloads.add(rows.getString(1));
      }
      return payloads;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void sql(String statement) {
    try (var connection = PostgresServer.shared().connect(database);
        var execution = connection.createStatement()) {
      execution.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) {
    return json(response.getBody());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
