package gantry.providers;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.providers.Outcome.Reason;
import gantry.providers.RpcOutcome.Refused;
import gantry.providers.RpcOutcome.Result;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRpcTest {
  private final StubProvider stub = new StubProvider();
  private final JsonRpc rpc = new JsonRpc(stub.client());

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void aResultIsHandedOver() {
    stub.server.stubFor(
        post(urlEqualTo("/base"))
            .withRequestBody(
                equalToJson(
                    """
                    {"jsonrpc":"2.0","id":1,"method":"getTransaction",
                     "params":["sig",{"commitment":"finalized","version":0}]}\
                    """))
            .willReturn(okJson("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"slot\":7}}")));

    var outcome = call("sig", Map.of("commitment", "finalized", "version", 0));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Result.class, result -> assertThat(result.value().at("slot").scalar()).contains("7"));
  }

  @Test
  void aNullResultIsAnAnswer() {
    answering("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}");

    assertThat(call())
        .isInstanceOfSatisfying(
            Result.class, result -> assertThat(result.value().isNull()).isTrue());
  }

  @Test
  void anErrorIsTheNodesRefusal() {
    answering("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32005,\"message\":\"limit\"}}");

    assertThat(call()).isEqualTo(new Refused("-32005", "limit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"result\":",
        "[]",
        "\"busy\""
      })
  void whatIsNoAnswerToThisCallIsNone(String body) {
    answering(body);

    assertThat(call()).isEqualTo(new Outcome.Unavailable(Reason.GARBLED));
  }

  private RpcOutcome call(Object... params) {
    return rpc.call(Deadline.in(Duration.ofSeconds(5)), "getTransaction", params);
  }

  private void answering(String json) {
    stub.server.stubFor(post(urlEqualTo("/base")).willReturn(okJson(json)));
  }
}
