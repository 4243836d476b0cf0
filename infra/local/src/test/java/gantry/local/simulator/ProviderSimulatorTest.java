package gantry.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSimulatorTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PAID =
      "0x506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad07";
  private static final String RECEIPT =
      "/v2/api?chainid=1&module=proxy&action=eth_getTransactionReceipt&txhash=";
  private static ProviderSimulator simulator;

  @BeforeAll
  static void start() {
    simulator = ProviderSimulator.start();
  }

  @AfterAll
  static void stop() {
    simulator.close();
    HTTP.close();
  }

  @AfterEach
  void reset() {
    for (var provider : Provider.values()) {
      simulator.reset(provider.path);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slack | /services/T/B | {"text":"x"} | 200
          slack | /services/T/B | {} | 400
          pagerduty | /v2/enqueue | {"routing_key":"k","event_action":"trigger","dedup_key":"d"} | 202
          pagerduty | /v2/enqueue | {"routing_key":"k","event_action":"shout","dedup_key":"d"} | 400
          ses | / | Action=SendEmail | 200
          """)
  void channelsTakeWhatTheyUnderstand(String provider, String path, String body, int status)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(simulator.baseUrl(provider) + path))
            .POST(BodyPublishers.ofString(body))
            .build();

    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          etherscan | /v2/api?chainid=1&module=proxy&action=eth_getTransactionReceipt&txhash=0x506be6b07d0c35f6f9d762610d524d59be94e4bf202a804bfa5e86a0665dad07 | /result/status | 0x1
          etherscan | /v2/api?chainid=1&module=proxy&action=eth_getTransactionReceipt&txhash=0x217b713b27d18268c8801ba3bcd4f04266edf182198c7bf6103290a4bb83ed2a | /result/status | 0x0
          etherscan | /v2/api?chainid=56&module=proxy&action=eth_blockNumber | /message | NOTOK
          solscan | /transaction/detail?tx=5et54chofAqjQMgv2xdA9QQYJMs8a3MbEmwxn6YhmH8VyPyJBaTqAygSZQ3gq9r6wgg4gGxDcTU9sykpWM58vJ7m | /data/status | 1
          solscan | /v2.0/transaction/detail?tx=4xfTVUsZEiUsipAuLij4GSvcGU4CfMLq4TwQJaGh8st8X2hXes8Dj6uSd1YL6q4PZM63x4RgsDoGqRN8hheHrLGR | /data/status | 0
          tronscan | /api/transaction-info?hash=0f80ff676b8085334d23b61658eac27c47c07d6b23439ee983dde81655888c6f | /contractRet | SUCCESS
          tronscan | /api/transaction-info?hash=e47e1102363d5a4c9bfaab615c0f31193c81ba450a8cde300d98c2658a2cccd1 | /confirmed | false
          goplus | /api/v1/token_security/1?contract_addresses=0x151D3DDB84282553309513A366C1177CD95E9FA9 | /result/0x151d3ddb84282553309513a366c1177cd95e9fa9/is_honeypot | 1
          goplus | /api/v1/solana/token_security?contract_addresses=92ZRdYx8J4VFE3VteyNDKzd9Lo1sTSuDfVpLPQX9MUfA | /result/92ZRdYx8J4VFE3VteyNDKzd9Lo1sTSuDfVpLPQX9MUfA/mintable/status | 0
          goplus | /api/v1/token_security/31337?contract_addresses=0xf6ada9364b7d5d1836d2b7dad9320c921c31399b | /code | 2018
          honeypot | /v2/IsHoneypot?chainID=8453&address=0xf6ada9364b7d5d1836d2b7dad9320c921c31399b | /honeypotResult/isHoneypot | false
          honeypot | /v2/IsHoneypot?chainID=56&address=0xf6ada9364b7d5d1836d2b7dad9320c921c31399b | /chain/id | 56
          honeypot | /v2/IsHoneypot?chainID=1&address=0xebac0ddc1a3dd72986d98ddc3b11584179ab617a | /simulationSuccess | false
          rugcheck | /tokens/A99R3nEqawJVvEccGfe5BncASnyPmJHG4b1kKyXUt7Ac/report/summary | /score_normalised | 61
          rugcheck | /v1/tokens/92ZRdYx8J4VFE3VteyNDKzd9Lo1sTSuDfVpLPQX9MUfA/report | /token/supply | 18446744073709551615
          lemonsqueezy | /v1/subscriptions/900124 | /data/attributes/status | cancelled
          stripe | /v1/subscriptions/sub_gantry_canceled | /status | canceled
          """)
  void everyProviderKnowsItsExamples(String provider, String path, String field, String value)
      throws Exception {
    var answer = get(provider, path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).at(field).asText()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          etherscan | /v2/api?chainid=1&module=proxy&action=eth_getTransactionReceipt&txhash=0x00 | 200 | {"jsonrpc":"2.0","id":1,"result":null}
          etherscan | /v2/api?chainid=1&module=transaction&action=gettxreceiptstatus&txhash=0x00 | 200 | {"status":"1","message":"OK","result":{"status":""}}
          solscan | /v2.0/transaction/detail?tx=unknown | 404 | {"success":false,"errors":{"code":1100,"message":"Transaction not found"}}
          tronscan | /api/transaction-info?hash=00 | 200 | {}
          goplus | /api/v1/token_security/1?contract_addresses=0x00 | 200 | {"code":1,"message":"OK","result":{}}
          honeypot | /v2/IsHoneypot?chainID=1&address=0x00 | 404 | {"code":404,"error":"Token not found"}
          rugcheck | /v1/tokens/unknown/report | 404 | {"error":"not found"}
          stripe | /v1/subscriptions/sub_x | 404 | {"error":{"code":"resource_missing","message":"No such subscription","param":"id","type":"invalid_request_error"}}
          """)
  void everythingElseIsNotFoundInTheProvidersOwnWay(
      String provider, String path, int status, String body) throws Exception {
    var answer = get(provider, path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer)).isEqualTo(Json.parse(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          evm-rpc/56 | {"jsonrpc":"2.0","id":"a","method":"eth_getTransactionReceipt","params":["0x91310b0c0ec962a7f3b6dad58d8ca62e9dba31453f1b4cc46c250be37d6a9fc0"]} | /result/status | 0x1
          evm-rpc/1 | {"jsonrpc":"2.0","id":"a","method":"eth_getTransactionReceipt","params":["0x91310b0c0ec962a7f3b6dad58d8ca62e9dba31453f1b4cc46c250be37d6a9fc0"]} | /result | null
          solana-rpc | {"jsonrpc":"2.0","id":"a","method":"getTransaction","params":["5et54chofAqjQMgv2xdA9QQYJMs8a3MbEmwxn6YhmH8VyPyJBaTqAygSZQ3gq9r6wgg4gGxDcTU9sykpWM58vJ7m",{"commitment":"finalized"}]} | /result/slot | 345678901
          solana-rpc | {"jsonrpc":"2.0","id":"a","method":"getTransaction","params":["3EitwYQfwW9YUDRBeqJt3QgbEVWjK5t4HAmpHY4PSVcT2kkywtepPvefExkaZ8NmRvPtZSpRNTFYxLueemCjgahu",{"commitment":"finalized"}]} | /result | null
          solana-rpc | {"jsonrpc":"2.0","id":"a","method":"getSignatureStatuses","params":[["unknown"]]} | /result/value/0 | null
          """)
  void nodesRepeatTheIdOfTheCall(String provider, String call, String field, String value)
      throws Exception {
    var answer = json(post(provider, "", call));

    assertThat(answer.path("id").asText()).isEqualTo("a");
    assertThat(answer.at(field).asText()).isEqualTo(value);
  }

  @Test
  void tronNodesKnowTheTransfer() throws Exception {
    var paid = "{\"value\":\"0f80ff676b8085334d23b61658eac27c47c07d6b23439ee983dde81655888c6f\"}";

    var info = json(post("trongrid", "/walletsolidity/gettransactioninfobyid", paid));
    var unknown = json(post("trongrid", "/wallet/gettransactioninfobyid", "{\"value\":\"00\"}"));

    assertThat(info.at("/receipt/result").asText()).isEqualTo("SUCCESS");
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "etherscan,200,NOTOK",
    "evm-rpc,429,limit exceeded",
    "solana-rpc,429,Too many requests",
    "solscan,429,Too many requests",
    "tronscan,429,Too many requests",
    "trongrid,403,frequency limit",
    "goplus,200,4029",
    "honeypot,429,Too many requests",
    "rugcheck,429,Too many requests",
    "lemonsqueezy,429,Too Many",
    "stripe,429,rate_limit"
  })
  void everyProviderThrottlesInItsOwnWay(String provider, int status, String text)
      throws Exception {
    assertThat(simulator.fault(provider, "{\"fault\":\"throttled\"}").status()).isEqualTo(204);

    var answer = get(provider, "/anything");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(text);
  }

  @ParameterizedTest
  @EnumSource
  void everyProviderLiesOnDemand(Provider provider) {
    var answer = simulator.fault(provider.path, "{\"fault\":\"lying\"}");

    assertThat(answer.status()).isEqualTo(204);
  }

  @Test
  void aLyingProviderAnswersAboutAnotherObject() throws Exception {
    simulator.fault("etherscan", "{\"fault\":\"lying\"}");

    var answer = json(get("etherscan", RECEIPT + PAID));

    assertThat(answer.at("/result/transactionHash").asText()).startsWith("0x").isNotEqualTo(PAID);
  }

  @Test
  void aFaultConcernsItsProviderAloneAndEnds() throws Exception {
    simulator.fault("etherscan", "{\"fault\":\"cut\"}");
    assertThatThrownBy(() -> get("etherscan", RECEIPT + PAID)).isInstanceOf(IOException.class);
    assertThat(get("tronscan", "/api/transaction-info").statusCode()).isEqualTo(200);

    simulator.fault("etherscan", "{\"fault\":\"down\"}");
    assertThat(get("etherscan", RECEIPT + PAID).statusCode()).isEqualTo(503);

    simulator.fault("etherscan", "{\"fault\":\"none\"}");
    assertThat(get("etherscan", RECEIPT + PAID).statusCode()).isEqualTo(200);
  }

  @Test
  void anAddedAnswerComesFirstUntilTheReset() throws Exception {
    var added =
        simulator.add(
            "lemonsqueezy",
            """
            {"request": {"method": "POST", "path": "/v1/usage-records", "query": {"q": "1"}, "body": {"a": {"b": 1}}},
             "status": 201, "body": {"made": true}, "delayMs": 1}
            """);

    var hit = post("lemonsqueezy", "/v1/usage-records?q=1", "{\"a\":{\"b\":1,\"c\":2}}");
    var miss = post("lemonsqueezy", "/v1/usage-records?q=1", "{\"a\":{\"b\":2}}");
    simulator.reset("lemonsqueezy");
    var gone = post("lemonsqueezy", "/v1/usage-records?q=1", "{\"a\":{\"b\":1}}");

    assertThat(added.status()).isEqualTo(201);
    assertThat(List.of(hit.statusCode(), miss.statusCode(), gone.statusCode()))
        .containsExactly(201, 404, 404);
    assertThat(hit.body()).isEqualTo("{\"made\":true}");
  }

  @Test
  void anUnknownProviderIsNotFound() {
    assertThat(simulator.add("nobody", "{}").status()).isEqualTo(404);
    assertThat(simulator.fault("nobody", "{}").status()).isEqualTo(404);
    assertThat(simulator.reset("nobody").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"status\":200}",
        "{\"request\":{\"urlPattern\":\"(\"}}",
        "{\"request\":{},\"stat\":1}"
      })
  void whatIsNoAnswerIsRefused(String json) {
    assertThat(simulator.add("goplus", json).status()).isEqualTo(400);
  }

  @Test
  void anUnknownFaultIsRefused() {
    assertThat(simulator.fault("goplus", "{\"fault\":\"sleepy\"}").status()).isEqualTo(400);
  }

  @Test
  void theSettingsLeadToEveryProvider() {
    var environment = simulator.environment();

    assertThat(environment)
        .hasSize(Provider.values().length + 1)
        .containsEntry("EGRESS_ORIGINS", "http://127.0.0.1:" + simulator.port());
    assertThat(Json.parse(environment.getOrDefault("EVM_RPC_URLS", "")).at("/eip155:56/0").asText())
        .isEqualTo(simulator.baseUrl("evm-rpc/56"));
    assertThat(Stream.of(Provider.values()).map(provider -> provider.variable))
        .allMatch(environment::containsKey);
  }

  private static HttpResponse<String> get(String provider, String path) throws Exception {
    return send(request(provider, path).GET());
  }

  private static HttpResponse<String> post(String provider, String path, String body)
      throws Exception {
    return send(request(provider, path).POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder request(String provider, String path) {
    return HttpRequest.newBuilder(URI.create(simulator.baseUrl(provider) + path))
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.parse(answer.body());
  }
}
