package gantry.alerts.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.github.tomakehurst.wiremock.WireMockServer;
import gantry.testing.FakeContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the servers of the channels see. */
class DeliverAlertHandlerTest {
  private static final String SENT =
      """
      <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
        <SendEmailResult><MessageId>m-1</MessageId></SendEmailResult>
      </SendEmailResponse>
      """;

  private static final WireMockServer SERVER =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  @BeforeAll
  static void start() {
    SERVER.start();
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void takeAll() {
    SERVER.resetAll();
    answer(202);
  }

  @Test
  void slackGetsTextWithoutMarkup() {
    assertThat(deliver("SLACK", "FIRING")).isZero();

    SERVER.verify(
        postRequestedFor(urlEqualTo("/slack/services/T/B"))
            .withRequestBody(
                matchingJsonPath(
                    "$.text",
                    equalTo(
                        "[CRITICAL] FIRING: DatabaseAway (gantry-prod)\n"
                            + "&lt;!channel&gt; A &amp; B\n"
                            + "Since 2026-11-21T12:00:00Z. The runbook's section is"
                            + " DatabaseAway."))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIRING", "RECOVERED"})
  void pagerDutyHasOneIncidentPerStackAndRule(String state) {
    assertThat(deliver("PAGERDUTY", state)).isZero();

    var action = state.equals("FIRING") ? "trigger" : "resolve";
    SERVER.verify(
        postRequestedFor(urlEqualTo("/pagerduty/v2/enqueue"))
            .withRequestBody(matchingJsonPath("$.event_action", equalTo(action)))
            .withRequestBody(matchingJsonPath("$.dedup_key", equalTo("gantry-prod-DatabaseAway")))
            .withRequestBody(matchingJsonPath("$.payload.severity", equalTo("critical"))));
  }

  @Test
  void mailGoesThroughSes() {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200).withBody(SENT)));

    assertThat(deliver("EMAIL", "FIRING")).isZero();

    SERVER.verify(
        postRequestedFor(urlEqualTo("/"))
            .withRequestBody(containing("Action=SendEmail"))
            .withRequestBody(containing("Source=a%40example.org"))
            .withRequestBody(
                containing("Data=%5BCRITICAL%5D+FIRING%3A+DatabaseAway+%28gantry-prod%29")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SLACK", "PAGERDUTY", "EMAIL"})
  void aChannelThatRefusesGetsTheNoticeAgain(String channel) {
    answer(503);

    assertThat(deliver(channel, "FIRING")).isEqualTo(1);
  }

  @Test
  void oneWebhookThatIsGoneKeepsNothingFromTheOthers() {
    SERVER.stubFor(post("/slack/gone").willReturn(aResponse().withStatus(404)));
    var handler =
        handler("{\"slack\":[\"/gone\",\"/there\"]}", "http://127.0.0.1:" + SERVER.port());

    assertThat(deliver(handler, "SLACK", "FIRING")).isEqualTo(1);
    SERVER.verify(1, postRequestedFor(urlEqualTo("/slack/there")));
  }

  /** The message comes again until all have it, ten times. */
  @Test
  void whoTookAMessageIsNotToldByItAgain() {
    SERVER.stubFor(post("/slack/gone").willReturn(aResponse().withStatus(404)));
    var handler =
        handler("{\"slack\":[\"/gone\",\"/there\"]}", "http://127.0.0.1:" + SERVER.port());

    deliver(handler, "SLACK", "FIRING");
    SERVER.stubFor(post("/slack/gone").willReturn(aResponse().withStatus(200)));

    assertThat(deliver(handler, "SLACK", "FIRING")).isZero();
    SERVER.verify(2, postRequestedFor(urlEqualTo("/slack/gone")));
    SERVER.verify(1, postRequestedFor(urlEqualTo("/slack/there")));
  }

  @Test
  void theGuardKeepsBackWhatIsNotPublicAndNotOurs() {
    var handler = handler("{\"slack\":[\"http://127.0.0.1:%d/x\"]}".formatted(SERVER.port()), "");

    assertThat(deliver(handler, "SLACK", "FIRING")).isEqualTo(1);
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SLACK", "PAGERDUTY", "EMAIL"})
  void withoutChannelsNobodyIsToldAndNothingFails(String channel) {
    assertThat(deliver(handler("{}", ""), channel, "FIRING")).isZero();
    SERVER.verify(0, postRequestedFor(anyUrl()));
  }

  private static int deliver(String channel, String state) {
    var channels =
        """
        {"slack":["/services/T/B"],"pagerduty":["key-1"],
         "email":{"from":"a@example.org","to":["b@example.org"]}}\
        """;
    return deliver(handler(channels, "http://127.0.0.1:" + SERVER.port()), channel, state);
  }

  /** How many messages failed. */
  private static int deliver(DeliverAlertHandler handler, String channel, String state) {
    var message = new SQSMessage();
    message.setMessageId("m-1");
    message.setBody(
        """
        {"alert":"0193a0e0-0000-7000-8000-000000000001","rule":"DatabaseAway","severity":"CRITICAL",
         "state":"%s","summary":"<!channel> A & B","value":1.0,"since":"2026-11-21T12:00:00Z",
         "channel":"%s"}
        """
            .formatted(state, channel));
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return handler.handleRequest(event, new FakeContext()).getBatchItemFailures().size();
  }

  private static DeliverAlertHandler handler(String channels, String origins) {
    var server = "http://127.0.0.1:" + SERVER.port();
    return new DeliverAlertHandler(
        new DeliveryConfig(
            Map.of(
                "STACK_NAME",
                "gantry-prod",
                "ALERT_CHANNELS",
                channels,
                "EGRESS_ORIGINS",
                origins,
                "SLACK_BASE_URL",
                server + "/slack",
                "PAGERDUTY_BASE_URL",
                server + "/pagerduty",
                "SES_BASE_URL",
                server)));
  }

  private static void answer(int status) {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status)));
  }
}
