package gantry.tokenscan;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.Map;

/** The three sources on one local port; they know no token until they are told one. */
public final class Stubs implements AutoCloseable {
  private static final String NOTHING = "{\"code\":1,\"message\":\"OK\",\"result\":{}}";

  private static final String FORGOTTEN = "PT0.001S";

  public final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  public Stubs() {
    server.start();
    reset();
  }

  public void reset() {
    server.resetAll();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{}").withStatus(404)));
    server.stubFor(get(urlPathMatching("/api/v1/.*")).atPriority(9).willReturn(okJson(NOTHING)));
  }

  public Map<String, Object> settings() {
    var url = "http://127.0.0.1:" + server.port();
    return Map.of(
        "goplus.base-url", url,
        "goplus.per-minute", 60_000,
        "honeypot.base-url", url,
        "honeypot.per-minute", 60_000,
        "rugcheck.base-url", url,
        "rugcheck.per-minute", 60_000,
        "rate-limit.instances", 1,
        "token-scan.cache.complete", FORGOTTEN,
        "token-scan.cache.incomplete", FORGOTTEN);
  }

  public void goPlus(String chain, String answer) {
    answer("/api/v1/token_security/" + chain, answer);
  }

  public void answer(String path, String answer) {
    answer(path, answer, 200);
  }

  public void answer(String path, String answer, int status) {
    server.stubFor(
        get(urlPathEqualTo(path)).atPriority(1).willReturn(okJson(answer).withStatus(status)));
  }

  public int requests(String path) {
    return server.findAll(getRequestedFor(urlPathEqualTo(path))).size();
  }

  public int requests() {
    return server.getAllServeEvents().size();
  }

  @Override
  public void close() {
    server.stop();
  }
}
