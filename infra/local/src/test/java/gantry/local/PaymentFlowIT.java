package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way of a payment over HTTP, with the transactions that the provider simulator knows. */
class PaymentFlowIT {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String ETHEREUM =
      "0x506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad07";
  private static final String SOLANA =
      "5et54chofAqjQMgv2xdA9QQYJMs8a3MbEmwxn6YhmH8VyPyJBaTqAygSZQ3gq9r6wgg4gGxDcTU9sykpWM58vJ7m";
  private static final String TRON =
      "0f80ff676b8085334d23b61658eac27c47c07d6b23439ee983dde81655888c6f";

  private static final byte[] DOWN = "{\"fault\":\"down\"}".getBytes(UTF_8);

  private static RunningCloud cloud;
  private static String service;

  @BeforeAll
  static void start() {
    cloud = RunningCloud.shared();
    service = cloud.bearer("service");
  }

  @Test
  void eachChainsPaymentIsCreditedOnce() {
    assertThat(claim(intent("alice", "USDT", "eip155:1"), ETHEREUM).path("reason").asText())
        .isEqualTo("OK");
    assertThat(claim(intent("bob", "USDC", "solana:mainnet"), SOLANA).path("reason").asText())
        .isEqualTo("OK");
    assertThat(claim(intent("carol", "USDT", "tron:mainnet"), TRON).path("reason").asText())
        .isEqualTo("OK");
    assertThat(claim(intent("mallory", "USDT", "eip155:1"), ETHEREUM).path("reason").asText())
        .isEqualTo("ALREADY_CLAIMED");
    var ledger = cloud.get("/v1/ledger/alice", "authorization", service).json();
    assertThat(ledger.path("items")).hasSize(1);
    Eventually.within(
        SOON,
        () -> {
          var access = cloud.get("/v1/access/alice", "authorization", service).json();
          assertThat(access.path("reason").asText()).isEqualTo("GRANT");
          assertThat(access.path("plan").asText()).isEqualTo("STARTER");
        });
  }

  @Test
  void aProviderInTroubleIsNeverNotFoundAndTheWatchEndsIt() {
    var hash = "0x217b713b27d18268c8801ba3bcd4f04266edf182198c7bf6103290a4bb83ed2a";
    var intent = intent("dave", "USDT", "eip155:1");
    cloud.send("PUT", "/_local/providers/etherscan/fault", DOWN);
    cloud.send("PUT", "/_local/providers/evm-rpc/fault", DOWN);

    assertThat(claim(intent, hash).path("outcome").asText()).isEqualTo("UNAVAILABLE");

    cloud.send("DELETE", "/_local/providers/etherscan", new byte[0]);
    cloud.send("DELETE", "/_local/providers/evm-rpc", new byte[0]);
    Eventually.within(
        SOON,
        () -> {
          var shown = cloud.get("/v1/payment-intents/" + intent, "authorization", service).json();
          assertThat(shown.at("/claims/0/reason").asText()).isEqualTo("TX_FAILED");
        });
  }

  @Test
  void whatIsNoTransactionIsInvalid() {
    assertThat(claim(intent("erin", "USDT", "eip155:1"), "hello").path("type").asText())
        .isEqualTo("invalid-transaction");
  }

  private static String intent(String user, String asset, String chain) {
    var body =
        """
        {"userId":"%s","asset":"%s","amount":"25","chains":["%s"],
         "createdAt":"2026-09-21T00:00:00Z","grant":{"plan":"STARTER","days":30}}
        """
            .formatted(user, asset, chain);
    var answer =
        cloud.post(
            "/v1/payment-intents",
            body,
            "authorization",
            service,
            "content-type",
            "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  private static JsonNode claim(String intent, String transaction) {
    return cloud
        .post(
            "/v1/payment-intents/" + intent + "/claims",
            "{\"transaction\":\"" + transaction + "\"}",
            "authorization",
            service,
            "content-type",
            "application/json")
        .json();
  }
}
