package gantry.tokenscan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import gantry.database.Migrations;
import gantry.http.ApiFunction;
import gantry.testing.ApiEvent;
import gantry.testing.FakeContext;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class TokensControllerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLE = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
  private static final String MINT = "92ZRdYx8J4VFE3VteyNDKzd9Lo1sTSuDfVpLPQX9MUfA";

  private final String database = PostgresServer.shared().newDatabase(Migrations::migrate);
  private Stubs stubs;
  private ApplicationContext context;
  private ApiFunction function;

  @BeforeAll
  void start() {
    stubs = new Stubs();
    context = ApplicationContext.run(settings());
    function = new ApiFunction(context);
    risk(EXAMPLE, "eip155:1"); // The first call loads the client; the others have three seconds.
  }

  @BeforeEach
  void forget() {
    stubs.reset();
  }

  @AfterAll
  void stop() {
    context.close();
    stubs.close();
  }

  @Test
  void aRiskHasExactlyTheContractsFields() {
    stubs.goPlus("8453", Document.named("goplus/clean").text());
    stubs.answer("/v2/IsHoneypot", Document.named("honeypot/clean").text());

    var risk = body(risk(EXAMPLE, "eip155:8453"));

    assertThat(risk.fieldNames())
        .toIterable()
        .containsExactly(
            "address",
            "chain",
            "name",
            "symbol",
            "level",
            "score",
            "verdict",
            "completeness",
            "findings",
            "sources",
            "checkedAt",
            "cached");
    assertThat(risk.get("level").asText()).isEqualTo("LOW");
    assertThat(risk.get("completeness").get("missing")).isEmpty();
    assertThat(risk.at("/sources/1/name").asText()).isEqualTo("honeypot.is");
    assertThat(risk.at("/findings/0/flag").asText()).isEqualTo("NOT_A_HONEYPOT");
  }

  @Test
  void aMintIsAskedForOnSolana() {
    stubs.answer("/api/v1/solana/token_security", Document.named("goplus/solana").text());
    stubs.answer("/v1/tokens/" + MINT + "/report", Document.named("rugcheck/clean").text());

    var risk = body(risk(MINT, null));

    assertThat(risk.get("chain").asText()).isEqualTo("solana:mainnet");
    assertThat(risk.get("level").asText()).isEqualTo("LOW");
    assertThat(risk.get("sources")).hasSize(2);
  }

  @Test
  void withoutChainTheOnlyOneThatHasItIsFound() {
    stubs.goPlus("137", Document.named("goplus/clean").text());

    assertThat(body(risk(EXAMPLE, null)).get("chain").asText()).isEqualTo("eip155:137");
  }

  @Test
  void withoutChainEachThatHasItIsShown() {
    stubs.goPlus("137", Document.named("goplus/clean").text());
    stubs.goPlus("10", Document.named("goplus/clean").text());

    var several = body(risk(EXAMPLE, null));

    assertThat(several.get("address").asText()).isEqualTo(EXAMPLE);
    assertThat(several.get("results").findValuesAsText("chain"))
        .containsExactly("eip155:10", "eip155:137");
  }

  @Test
  void whatNoChainHasIsUnknownAndNotFound() {
    var risk = body(risk(EXAMPLE, null));

    assertThat(risk.get("level").asText()).isEqualTo("UNKNOWN");
    assertThat(risk.get("chain").isNull()).isTrue();
    assertThat(risk.get("score").isNull()).isTrue();
    assertThat(risk.findValuesAsText("flag")).contains("NOT_FOUND");
  }

  @Test
  void aChainThatCouldNotBeAskedIsNotOneWithoutTheToken() {
    stubs.goPlus("137", Document.named("goplus/clean").text());
    stubs.goPlus("10", "{\"code\":2,\"message\":\"partial\"}");

    assertThat(evidence(body(risk(EXAMPLE, null)), "CHAINS_NOT_ASKED")).isEqualTo("eip155:10");
  }

  @Test
  void anOutageIsNoNotFound() {
    stubs.server.stubFor(
        get(urlPathMatching("/.*"))
            .atPriority(1)
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    // A context of its own: its breakers open.
    try (var cut = ApplicationContext.run(settings())) {
      var risk = body(call(new ApiFunction(cut), event(EXAMPLE, "eip155:1")));

      assertThat(risk.get("level").asText()).isEqualTo("UNKNOWN");
      assertThat(risk.findValuesAsText("flag"))
          .contains("PROVIDER_UNAVAILABLE")
          .doesNotContain("NOT_FOUND");
    }
  }

  @Test
  void goPlusThrottlesInsideA200() {
    stubs.goPlus("10", "{\"code\":4029,\"message\":\"too many\"}");

    var risk = body(risk(EXAMPLE, "eip155:10"));

    assertThat(risk.at("/sources/0/status").asText()).isEqualTo("THROTTLED");
    assertThat(risk.get("level").asText()).isEqualTo("UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "usdt, , invalid-address",
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, , chain-not-supported",
    "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b, ethereum, unknown-chain"
  })
  void whatIsNoTokenIsRefusedWithoutAskingAnybody(
      String address, @Nullable String chain, String type) {
    var response = risk(address, chain);

    assertThat(response.getStatusCode()).isEqualTo(422);
    assertThat(body(response).get("type").asText()).isEqualTo(type);
    assertThat(stubs.requests()).isZero();
  }

  @Test
  void aCardEscapesWhatTheTokensMakerWrote() {
    var evil = "**LOW** `[click](https://evil.example)` @everyone\n# SAFE";
    stubs.goPlus(
        "8453", Document.named("goplus/clean").with(evil, "result", EXAMPLE, "token_name").text());

    var response = call(event(EXAMPLE, "eip155:8453").header("Accept", "text/markdown"));

    assertThat(response.getHeaders().get("Content-Type")).startsWith("text/markdown");
    assertThat(text(response))
        .contains("`**LOW**  [click](https://evil.example)  @everyone # SAFE` (`EXM`)")
        .contains("LOW** \u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591\u2591 0/100")
        .contains("not financial advice");
  }

  @Test
  void aStrangerIsNotAnswered() {
    var response =
        function.handleRequest(
            ApiEvent.get("/v1/tokens/" + EXAMPLE + "/risk").event(), new FakeContext());

    assertThat(response.getStatusCode()).isEqualTo(401);
  }

  /** Only the emergency switch is read there. */
  private Map<String, Object> settings() {
    var settings = new HashMap<>(stubs.settings());
    settings.put("database.url", database);
    settings.put("database.user", PostgresServer.USER);
    return settings;
  }

  private APIGatewayV2HTTPResponse risk(String address, @Nullable String chain) {
    return call(event(address, chain));
  }

  private static ApiEvent event(String address, @Nullable String chain) {
    var event =
        ApiEvent.get("/v1/tokens/" + address + "/risk")
            .route("GET /v1/tokens/{address}/risk")
            .authorizer(caller());
    return chain == null ? event : event.query("chain", chain);
  }

  private static Map<String, Object> caller() {
    var expires = Instant.now().plusSeconds(3600).getEpochSecond();
    return Map.of("sub", "u1", "tenant", "t1", "roles", "user", "exp", expires);
  }

  private APIGatewayV2HTTPResponse call(ApiEvent event) {
    return call(function, event);
  }

  private static APIGatewayV2HTTPResponse call(ApiFunction called, ApiEvent event) {
    return called.handleRequest(event.event(), new FakeContext());
  }

  private static String evidence(JsonNode risk, String flag) {
    for (var finding : risk.get("findings")) {
      if (finding.get("flag").asText().equals(flag)) {
        return finding.get("evidence").asText();
      }
    }
    return "";
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) {
    try {
      return JSON.readTree(text(response));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(APIGatewayV2HTTPResponse response) {
    return response.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(response.getBody()), UTF_8)
        : response.getBody();
  }
}
