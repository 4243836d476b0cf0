package gantry.providers;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import gantry.providers.Outcome.Reason;
import gantry.providers.Outcome.Unavailable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderClientTest {
  private static final ProviderRequest ASK = ProviderRequest.get("v1", "thing");

  private final StubProvider stub = new StubProvider();

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void anAnswerIsHandedOver() {
    answering(okJson("{\"value\":1}").withHeader("X-Left", "9"));

    assertThat(stub.client().call(ASK))
        .isInstanceOfSatisfying(
            Answer.class,
            answer -> {
              assertThat(answer.isSuccess()).isTrue();
              assertThat(answer.header("x-left")).contains("9");
              assertThat(answer.json().orElseThrow().at("value").integer()).isPresent();
            });
  }

  @Test
  void aRefusalIsAnAnswer() {
    answering(okJson("{\"error\":\"unknown\"}").withStatus(404));

    assertThat(stub.client().call(ASK))
        .isInstanceOfSatisfying(Answer.class, a -> assertThat(a.status()).isEqualTo(404));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 529, 408})
  void aServerErrorIsNoAnswer(int status) {
    answering(okJson("{}").withStatus(status));

    assertUnavailable(Reason.DOWN, stub.client().call(ASK));
  }

  @Test
  void aPageInsteadOfJsonIsNoNotFound() {
    answering(aResponse().withStatus(404).withHeader("Content-Type", "text/html").withBody("<p>"));

    assertUnavailable(Reason.GARBLED, stub.client().call(ASK));
  }

  @Test
  void aCompressedAnswerNobodyAskedForIsNone() {
    answering(okJson("{}").withHeader("Content-Encoding", "br"));

    assertUnavailable(Reason.GARBLED, stub.client().call(ASK));
  }

  @Test
  void aRedirectIsNotFollowed() {
    answering(aResponse().withStatus(302).withHeader("Location", "/base/elsewhere"));

    assertUnavailable(Reason.GARBLED, stub.client().call(ASK));
    assertThat(stub.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenConnectionIsNoAnswer(Fault fault) {
    answering(aResponse().withFault(fault));

    assertThat(stub.client().call(ASK))
        .isInstanceOfSatisfying(
            Unavailable.class,
            nothing -> assertThat(nothing.reason()).isIn(Reason.DOWN, Reason.GARBLED));
  }

  @Test
  void aDeadServerIsDown() {
    var client = stub.client();
    stub.close();

    assertUnavailable(Reason.DOWN, client.call(ASK));
  }

  @Test
  void aBodyThatDripsEndsAtTheDeadline() {
    answering(okJson("{\"a\":\"" + "x".repeat(1_000) + "\"}").withChunkedDribbleDelay(100, 60_000));

    var outcome = stub.client(within(Duration.ofMillis(400))).call(ASK);

    assertUnavailable(Reason.TIMEOUT, outcome);
  }

  @Test
  void aSilentServerEndsAtTheDeadline() {
    answering(okJson("{}").withFixedDelay(60_000));

    assertUnavailable(Reason.TIMEOUT, stub.client(within(Duration.ofMillis(300))).call(ASK));
  }

  @Test
  void anOversizeAnswerIsNotRead() {
    answering(okJson("\"" + "x".repeat(10_000) + "\""));

    assertUnavailable(Reason.TOO_LARGE, stub.client().call(ASK));
  }

  @Test
  void anOversizeAnswerWithoutLengthIsNotReadEither() {
    answering(okJson("\"" + "x".repeat(10_000) + "\"").withChunkedDribbleDelay(3, 30));

    assertUnavailable(Reason.TOO_LARGE, stub.client().call(ASK));
  }

  @Test
  void anIdempotentCallIsTriedAgain() {
    failingOnce(okJson("{}").withStatus(503));

    assertThat(stub.client(attempts(3)).call(ASK)).isInstanceOf(Answer.class);
    assertThat(stub.requests()).isEqualTo(2);
  }

  @Test
  void aPostIsMadeOnce() {
    failingOnce(okJson("{}").withStatus(503));

    assertUnavailable(
        Reason.DOWN, stub.client(attempts(3)).call(ProviderRequest.post("v1").json(null)));
    assertThat(stub.requests()).isEqualTo(1);
  }

  @Test
  void aThrottledCallWaitsAsLongAsTheProviderSays() {
    failingOnce(okJson("{}").withStatus(429).withHeader("Retry-After", "1"));
    var start = System.nanoTime();

    assertThat(stub.client(attempts(3)).call(ASK)).isInstanceOf(Answer.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void aPauseBeyondTheDeadlineIsNotWaitedForAndKeepsOthersBack() {
    answering(okJson("{}").withStatus(429).withHeader("Retry-After", "3600"));
    var client = stub.client(attempts(3));

    for (int i = 0; i < 5; i++) {
      assertUnavailable(Reason.THROTTLED, client.call(ASK));
    }

    assertThat(stub.requests()).isEqualTo(1);
  }

  @Test
  void aStormOfFailuresEndsItsRetriesAndOpensTheCircuit() {
    answering(okJson("{}").withStatus(503));
    var client = stub.client(attempts(3));

    assertUnavailable(Reason.DOWN, client.call(ASK));
    assertUnavailable(Reason.OPEN_CIRCUIT, client.call(ASK));

    assertThat(stub.requests()).isEqualTo(3);
    assertThat(stub.metrics.toString(UTF_8).lines())
        .filteredOn(line -> line.contains("\"provider\":\"stub\",\"ProviderAway\":1"))
        .hasSize(1);
  }

  @Test
  void anAnswerMayMeanAnOutage() {
    answering(okJson("{\"code\":4029}"));
    var judging =
        stub.settings()
            .judgedBy(answer ->
                answer
                    .json()
                    .flatMap(json -> json.at("code").scalar())
                    .filter("4029"::equals)
                    .map(_ -> Reason.THROTTLED));

    assertUnavailable(Reason.THROTTLED, stub.client(judging).call(ASK));
  }

  @Test
  void whatFindsNoPlaceIsBusy() {
    answering(okJson("{}").withFixedDelay(1_500));
    var patient = Duration.ofSeconds(4);
    var limits = stub.settings().limits().within(patient, patient).withAtOnce(1);
    var client = stub.client(stub.settings().limited(limits));
    var deadline = Deadline.in(Duration.ofMillis(2_800));

    var outcomes = Parallel.map(Collections.nCopies(3, ASK), ask -> client.call(ask, deadline));

    assertThat(outcomes).contains(Outcome.unavailable(Reason.BUSY));
    assertThat(outcomes).hasAtLeastOneElementOfType(Answer.class);
  }

  @Test
  void parallelCallsShareOneDeadline() {
    answering(okJson("{}").withFixedDelay(60_000));
    var client = stub.client();
    var deadline = Deadline.in(Duration.ofMillis(400));

    var outcomes =
        Parallel.map(List.of("a", "b", "c"), id -> client.call(ProviderRequest.get(id), deadline));

    assertThat(outcomes).containsOnly(Outcome.unavailable(Reason.TIMEOUT)).hasSize(3);
    assertThat(deadline.hasPassed()).isTrue();
  }

  @Test
  void eachCallIsCountedWithItsOutcome() {
    answering(okJson("{}"));

    var _ = stub.client().call(ASK);

    assertThat(stub.metrics.toString(UTF_8).lines())
        .satisfiesExactly(
            call ->
                assertThat(call)
                    .contains("\"outcome\":\"answered\",\"provider\":\"stub\",\"ProviderCalls\":1"),
            latency -> assertThat(latency).contains("\"ProviderLatency\":"));
  }

  private void answering(ResponseDefinitionBuilder response) {
    stub.server.stubFor(any(anyUrl()).willReturn(response));
  }

  private void failingOnce(ResponseDefinitionBuilder failure) {
    stub.server.stubFor(
        any(anyUrl())
            .inScenario("once")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(failure)
            .willSetStateTo("well"));
    stub.server.stubFor(
        any(anyUrl()).inScenario("once").whenScenarioStateIs("well").willReturn(okJson("{}")));
  }

  private ProviderSettings attempts(int most) {
    return stub.settings().limited(stub.settings().limits().withAttempts(most));
  }

  private ProviderSettings within(Duration deadline) {
    return stub.settings().limited(stub.settings().limits().within(deadline, deadline));
  }

  private static void assertUnavailable(Reason reason, Outcome outcome) {
    assertThat(outcome).isEqualTo(Outcome.unavailable(reason));
  }
}
