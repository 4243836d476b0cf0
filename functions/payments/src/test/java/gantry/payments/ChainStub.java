package gantry.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** All providers on one local port; what they are not taught they do not know. */
public final class ChainStub implements AutoCloseable {
  private static final String NULL_RESULT = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}";
  private static final int LAST = 10;
  private static final Metadata FAULT = Metadata.metadata().attr("fault", true).build();

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  public ChainStub() {
    server.start();
    server.stubFor(
        get(urlPathEqualTo("/etherscan/v2/api")).atPriority(LAST).willReturn(okJson(NULL_RESULT)));
    server.stubFor(post(urlMatching("/rpc.*")).atPriority(LAST).willReturn(okJson(NULL_RESULT)));
    server.stubFor(
        get(urlPathEqualTo("/solscan/transaction/detail"))
            .atPriority(LAST)
            .willReturn(
                okJson("{\"success\":false,\"errors\":{\"code\":1100,\"message\":\"Not found\"}}")
                    .withStatus(404)));
    solanaNode("getSignatureStatuses", "{\"context\":{\"slot\":1},\"value\":[null]}");
    server.stubFor(
        get(urlPathEqualTo("/tronscan/api/transaction-info"))
            .atPriority(LAST)
            .willReturn(okJson("{}")));
    server.stubFor(post(urlMatching("/trongrid/.*")).atPriority(LAST).willReturn(okJson("{}")));
    rpc(1, "eth_chainId", "\"0x1\"");
    rpc(2, "eth_chainId", "\"0x1\"");
    rpc(56, "eth_chainId", "\"0x38\"");
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.port() + "/" + path;
  }

  int calls() {
    return server.getAllServeEvents().size();
  }

  void forgetCalls() {
    server.resetRequests();
  }

  /** What Etherscan's proxy answers for an action with this value of a parameter. */
  void etherscan(String action, String parameter, String value, String result) {
    server.stubFor(
        get(urlPathEqualTo("/etherscan/v2/api"))
            .withQueryParam("action", equalTo(action))
            .withQueryParam(parameter, equalTo(value))
            .willReturn(okJson(rpcAnswer(result))));
  }

  /** A whole body, also one that is no answer, until {@link #heal()}. */
  void etherscanSays(String action, String body) {
    server.stubFor(
        get(urlPathEqualTo("/etherscan/v2/api"))
            .withQueryParam("action", equalTo(action))
            .atPriority(1)
            .withMetadata(FAULT)
            .willReturn(okJson(body)));
  }

  void rpc(int node, String method, String result) {
    server.stubFor(
        post(urlPathEqualTo("/rpc" + node))
            .withRequestBody(matchingJsonPath("$.method", equalTo(method)))
            .willReturn(okJson(rpcAnswer(result))));
  }

  void rpc(int node, String method, String parameter, String result) {
    server.stubFor(
        post(urlPathEqualTo("/rpc" + node))
            .withRequestBody(matchingJsonPath("$.method", equalTo(method)))
            .withRequestBody(matchingJsonPath("$.params[0]", equalTo(parameter)))
            .atPriority(2)
            .willReturn(okJson(rpcAnswer(result))));
  }

  /** A mined transaction, as Etherscan and the nodes that are named tell it. */
  public void mined(EvmTransaction tx, int... nodes) {
    etherscan("eth_getTransactionReceipt", "txhash", tx.hash(), tx.receipt());
    etherscan("eth_getTransactionByHash", "txhash", tx.hash(), tx.transaction());
    etherscan("eth_getBlockByNumber", "tag", tx.heightHex(), tx.block());
    etherscan("eth_blockNumber", "module", "proxy", tx.head());
    for (var node : nodes) {
      minedOn(node, tx);
    }
  }

  /** Etherscan no longer knows it. */
  void forget(EvmTransaction tx) {
    etherscan("eth_getTransactionReceipt", "txhash", tx.hash(), "null");
    etherscan("eth_getTransactionByHash", "txhash", tx.hash(), "null");
  }

  void minedOn(int node, EvmTransaction tx) {
    rpc(node, "eth_getTransactionReceipt", tx.hash(), tx.receipt());
    rpc(node, "eth_getTransactionByHash", tx.hash(), tx.transaction());
    rpc(node, "eth_getBlockByNumber", tx.heightHex(), tx.block());
    rpc(node, "eth_blockNumber", tx.head());
  }

  void solanaNode(String method, String result) {
    server.stubFor(
        post(urlPathEqualTo("/rpc-solana"))
            .withRequestBody(matchingJsonPath("$.method", equalTo(method)))
            .willReturn(okJson(rpcAnswer(result))));
  }

  void solscan(String signature, String data) {
    server.stubFor(
        get(urlPathEqualTo("/solscan/transaction/detail"))
            .withQueryParam("tx", equalTo(signature))
            .willReturn(
                okJson("{\"success\":true,\"data\":" + data + ",\"metadata\":{\"tokens\":{}}}")));
  }

  void tronscan(String hash, String body) {
    server.stubFor(
        get(urlPathEqualTo("/tronscan/api/transaction-info"))
            .withQueryParam("hash", equalTo(hash))
            .willReturn(okJson(body)));
  }

  void tronGrid(String node, String method, String body) {
    server.stubFor(
        post(urlPathEqualTo("/trongrid/" + node + "/" + method)).willReturn(okJson(body)));
  }

  /** Whatever it is asked below the path, until {@link #heal()}. */
  void fail(String path, ResponseDefinitionBuilder how) {
    server.stubFor(
        any(urlMatching("/" + path + ".*")).atPriority(1).withMetadata(FAULT).willReturn(how));
  }

  void heal() {
    server.removeStubsByMetadata(matchingJsonPath("$.fault"));
  }

  static ResponseDefinitionBuilder down() {
    return WireMock.status(503).withHeader("Content-Type", "text/html").withBody("<h1>503</h1>");
  }

  private static String rpcAnswer(String result) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}";
  }

  @Override
  public void close() {
    server.stop();
  }
}
