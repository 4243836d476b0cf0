package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.browser.Chromium;
import gantry.local.browser.Tab;
import gantry.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The operator's page in a browser, on a phone's screen; skipped where there is no browser. */
class OperatorBrowserIT {
  private static final String FITS =
      "document.documentElement.scrollWidth <= innerWidth &&"
          + " document.querySelector('[aria-current]').getBoundingClientRect().right <= innerWidth";

  private static final List<Panel> PANELS =
      List.of(
          new Panel("Functions", "/v1/functions", "function"),
          new Panel("Webhooks", "/v1/webhook-events", "id"),
          new Panel("Dead letters", "/v1/dead-letters", "queue"),
          new Panel("Circuits", "/v1/circuits", "circuit"),
          new Panel("Alerts", "/v1/alerts", "rule"),
          new Panel("Payments", "/v1/payments?state=REVIEW", "id"),
          new Panel("Subscriptions", "/v1/subscriptions", "id"),
          new Panel("Views", "/v1/precompute/views", "name"),
          new Panel("Audit", "/v1/audit-events", "action"));

  private static Chromium browser;
  private static RunningCloud cloud;

  private String bearer;
  private Tab tab;

  @BeforeAll
  static void start() {
    browser = Chromium.orSkip();
    cloud = RunningCloud.shared();
  }

  @AfterAll
  static void stop() {
    if (browser != null) { // as it is where this was skipped
      browser.close();
    }
  }

  @BeforeEach
  void signIn() {
    bearer = cloud.bearerOf("op-" + UUID.randomUUID(), "admin");
    tab = browser.newTab();
    tab.open(cloud.address().resolve("/operator"));
    tab.type("#token", bearer.substring("Bearer ".length()));
    tab.pressEnter();
    tab.shows("webhook-secrets");
  }

  @AfterEach
  void nothingWentWrongInThePage() {
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void aSessionIsTwoCookiesOfThisHostUntilItsUserSignsOut() {
    assertThat(tab.evaluate("document.cookie").asText())
        .startsWith("__Host-gantry-csrf=")
        .doesNotContain("session");
    assertThat(tab.cookies())
        .hasSize(2)
        .allMatch(cookie -> cookie.path("name").asText().startsWith("__Host-gantry-"))
        .allMatch(cookie -> cookie.path("secure").asBoolean())
        .allMatch(cookie -> cookie.path("sameSite").asText().equals("Strict"));

    tab.click("#sign-out", "Sign out");

    tab.shows("Signed out.");
    assertThat(tab.cookies()).isEmpty();
    assertThat(tab.text()).doesNotContain("webhook-secrets");
  }

  @Test
  void everyPanelShowsWhatTheApiSaysOnAPhone() {
    for (var panel : PANELS) {
      var items = cloud.get(panel.path, "authorization", bearer).json().path("items");

      tab.click("#panels button", panel.name);

      tab.awaits("!document.querySelector('[aria-busy=true]')");
      items.findValuesAsText(panel.field).stream().limit(5).forEach(tab::shows);
      assertThat(tab.evaluate(FITS).asBoolean()).as(panel.name).isTrue();
      assertThat(tab.nameless()).as(panel.name).isEmpty();
    }
  }

  private record Panel(String name, String path, String field) {}

  /** What a stranger has written into it is text, and stays text. */
  @Test
  void anEventIsFoundAndReplayed() {
    var hostile = "<img src=x onerror=document.title=1>";
    var order = WebhookOrder.ofType(hostile);
    order.deliver();
    var event = order.eventIn("IGNORED").path("id").asText();
    var article = "article[data-event='" + event + "'] ";

    tab.click("#panels button", "Webhooks");
    tab.type("input[name=resource]", order.id());
    tab.pressEnter();
    tab.shows("Replay all of these"); // only what a search has found can be
    tab.awaits("document.querySelectorAll('#items article').length === 1");
    tab.click(article + "button", "Timeline");
    tab.shows(hostile + " " + order.id());
    tab.click(article + "button", "Replay");
    tab.type(article + "input", "a look");
    tab.pressEnter();

    tab.shows("1 queued, 0 skipped.");
    assertThat(tab.evaluate("document.images.length + document.title").asText())
        .isEqualTo("0Gantry operator");
  }

  /** The worker takes no notice of one that is none of its own. */
  @Test
  void aDeadLetterGoesBackToItsQueue() {
    var body = "hello-" + UUID.randomUUID();
    leave("gantry-payment-watch-dead-letter", body);
    var article = "article[data-queue=payment-watch] ";

    tab.click("#panels button", "Dead letters");
    tab.click(article + "button", "Show");
    tab.shows(body);
    tab.click(article + "article button", "Requeue");
    tab.type(article + "article input", "a second try");
    tab.pressEnter();

    tab.shows("1 requeued.");
    var dead = cloud.get("/v1/dead-letters/payment-watch", "authorization", bearer);
    assertThat(dead.text()).doesNotContain(body);
  }

  @Test
  void aPanelThatFailsSaysSoAndCanBeTriedAgain() {
    tab.evaluate(
        """
        globalThis.real = fetch;
        fetch = async () => new Response('{"type":"x","title":"Not now"}', { status: 503 }), 0;
        """);
    tab.click("#panels button", "Circuits");
    tab.shows("Not now (503)");

    tab.evaluate(
        "fetch = async () => new Response('{\"message\":\"Gateway\"}', { status: 503 }), 0");
    tab.click("#panel button", "Try again");
    tab.shows("Gateway (503)");

    tab.evaluate("fetch = real, 0");
    tab.click("#panel button", "Try again");

    tab.shows("Circuits that changed within the hour");
    assertThat(tab.text()).doesNotContain("Not now");
  }

  /** Which also proves that the other tests would notice. */
  @Test
  void theBrowserRefusesMarkupAndWhatIsNotOurs() {
    var other = browser.newTab();
    other.open(cloud.address().resolve("/operator"));
    other.awaits("document.getElementById('panel')");

    var markup = other.evaluate("try { panel.innerHTML = '<b>' } catch (e) { e.name }");
    other.evaluate("panel.append(Object.assign(new Image(), { src: '/x.png' }))");

    assertThat(markup.asText()).isEqualTo("TypeError");
    Eventually.within(
        Duration.ofSeconds(30),
        () -> assertThat(other.complaints()).anyMatch(told -> told.contains("img-src")));
  }

  private static void leave(String queue, String body) {
    var nobody = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    try (var sqs =
        SqsClient.builder()
            .endpointOverride(cloud.sqs())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(nobody)
            .build()) {
      var address = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
      sqs.sendMessage(request -> request.queueUrl(address).messageBody(body));
    }
  }
}
