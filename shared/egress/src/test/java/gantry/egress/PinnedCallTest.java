package gantry.egress;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import gantry.egress.EgressOutcome.Answered;
import gantry.egress.EgressOutcome.TimedOut;
import gantry.egress.EgressOutcome.Unreachable;
import gantry.testing.TestCertificate;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedCallTest {
  private static final String HOST = "hooks.example.com";
  private static final EgressRequest REQUEST =
      new EgressRequest("application/json", "{\"a\":1}", Map.of("Webhook-Id", "1"));

  @TempDir private static Path folder;
  private static TestCertificate certificate;
  private static WireMockServer server;

  @BeforeAll
  static void start() throws Exception {
    certificate = TestCertificate.issue(folder, HOST);
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(certificate.file().toString())
                .keystorePassword(TestCertificate.PASSWORD)
                .keyManagerPassword(TestCertificate.PASSWORD));
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void reset() {
    server.resetAll();
  }

  @Test
  void theCallGoesToTheCheckedAddressUnderTheHostsName() throws Exception {
    answering(ok("fine"));

    assertThat(call(HOST)).isEqualTo(new Answered(200, "fine"));
    server.verify(
        postRequestedFor(anyUrl())
            .withHeader("Host", equalTo(HOST + ":" + server.httpsPort()))
            .withHeader("Webhook-Id", equalTo("1"))
            .withRequestBody(equalTo("{\"a\":1}")));
  }

  @Test
  void aCertificateForAnotherHostIsNone() throws Exception {
    answering(ok("fine"));

    assertThat(call("other.example.com")).isEqualTo(new Unreachable());
    assertThat(server.getAllServeEvents()).isEmpty();
  }

  @Test
  void aCertificateThatNobodyTrustsIsNone() throws Exception {
    answering(ok("fine"));

    assertThat(call(HOST, SSLContext.getDefault(), Duration.ofSeconds(10)))
        .isEqualTo(new Unreachable());
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
    answering(temporaryRedirect("https://169.254.169.254/latest/meta-data/"));

    assertThat(call(HOST))
        .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.status()).isEqualTo(302));
    assertThat(server.getAllServeEvents()).hasSize(1);
  }

  @Test
  void anEndlessAnswerIsReadUpToItsFirstBytes() throws Exception {
    answering(ok("x".repeat(5_000_000)));

    assertThat(call(HOST))
        .isInstanceOfSatisfying(Answered.class, a -> assertThat(a.start()).hasSize(4_096));
  }

  @Test
  void headersWithoutEndAreNotReadToTheirEnd() throws Exception {
    answering(ok().withHeader("x-long", "x".repeat(9_000)));
    assertThat(call(HOST)).isEqualTo(new Unreachable());

    var many = ok();
    for (var i = 0; i < 101; i++) {
      many.withHeader("x-" + i, "1");
    }
    answering(many);
    assertThat(call(HOST)).isEqualTo(new Unreachable());
  }

  @Test
  void aSilentServerTimesOut() throws Exception {
    answering(ok("late").withFixedDelay(60_000));

    assertThat(call(HOST, certificate.trusting(), Duration.ofMillis(500)))
        .isEqualTo(new TimedOut());
  }

  private static void answering(ResponseDefinitionBuilder response) {
    server.stubFor(post(anyUrl()).willReturn(response));
  }

  private static EgressOutcome call(String host) throws Exception {
    return call(host, certificate.trusting(), Duration.ofSeconds(10));
  }

  private static EgressOutcome call(String host, SSLContext tls, Duration deadline) {
    var loopback = List.of(InetAddress.ofLiteral("127.0.0.1"));
    try (var call = new PinnedCall(host, loopback, tls, deadline)) {
      return call.post(URI.create("https://" + host + ":" + server.httpsPort() + "/in"), REQUEST);
    }
  }
}
