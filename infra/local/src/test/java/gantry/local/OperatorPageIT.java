package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An operator's way through the page, by the requests that it sends. */
class OperatorPageIT {
  private static final RunningCloud CLOUD = RunningCloud.shared();
  private static final String SESSION = "/operator/session";
  private static final String EVENTS = "/operator/v1/webhook-events";
  private static final String[] OWN_PAGE = {"sec-fetch-site", "same-origin"};

  @Test
  void aSessionReplaysAnEventAndEnds() {
    var order = WebhookOrder.paid();
    order.deliver();
    var event = order.eventIn("APPLIED").path("id").asText();
    var cookies = signIn();
    var browser = browser(cookies, proof(cookies));

    var replay =
        CLOUD.post(
            EVENTS + "/" + event + "/replay",
            "{\"reason\":\"a look\"}",
            with(browser, "content-type", "application/json"));
    var ended = CLOUD.send("DELETE", SESSION, new byte[0], browser);

    assertThat(replay.status()).as(replay.text()).isEqualTo(202);
    assertThat(ended.status()).isEqualTo(204);
    assertThat(ended.response().headers().allValues("set-cookie"))
        .hasSize(2)
        .allMatch(cookie -> cookie.contains("=; Max-Age=0; Path=/; Secure"));
  }

  @Test
  void noOtherPageReachesAnything() {
    var cookies = signIn();
    var right = browser(cookies, proof(cookies));

    assertThat(CLOUD.get(EVENTS, right).status()).isEqualTo(200);
    assertThat(CLOUD.get(EVENTS, OWN_PAGE).status()).isEqualTo(401);
    assertThat(CLOUD.get(EVENTS, with(OWN_PAGE, "cookie", cookies)).status()).isEqualTo(403);
    assertThat(CLOUD.get(EVENTS, with(OWN_PAGE, "x-csrf-token", proof(cookies))).status())
        .isEqualTo(401);
    assertThat(CLOUD.get(EVENTS, browser(cookies, proof(signIn()))).status()).isEqualTo(403);
    right[1] = "cross-site";
    assertThat(CLOUD.get(EVENTS, right).status()).isEqualTo(403);
  }

  /** Neither opens what is the other's. */
  @Test
  void aTokenIsNoSessionAndASessionNoToken() {
    var token = CLOUD.bearer("admin");
    var cookies = signIn();
    var session = cookies.replaceFirst("^__Host-gantry-session=([^;]*);.*$", "$1");

    assertThat(CLOUD.get(EVENTS, with(OWN_PAGE, "authorization", token)).status()).isEqualTo(401);
    assertThat(CLOUD.get("/v1/webhook-events", browser(cookies, proof(cookies))).status())
        .isEqualTo(401);
    assertThat(CLOUD.get("/v1/webhook-events", "authorization", "Bearer " + session).status())
        .isEqualTo(403);
  }

  @Test
  void onlyOperatorsSignInAndOnlyFromThePage() {
    assertThat(
            CLOUD.post(SESSION, "", with(OWN_PAGE, "authorization", CLOUD.bearer("user"))).status())
        .isEqualTo(403);
    assertThat(CLOUD.post(SESSION, "", "authorization", CLOUD.bearer("admin")).status())
        .isEqualTo(403);
  }

  private static String signIn() {
    var answer = CLOUD.post(SESSION, "", with(OWN_PAGE, "authorization", CLOUD.bearer("admin")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.response().headers().allValues("set-cookie").stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .sorted(Comparator.reverseOrder())
        .collect(Collectors.joining("; "));
  }

  private static String proof(String cookies) {
    return cookies.substring(cookies.indexOf("__Host-gantry-csrf=") + 19);
  }

  private static String[] browser(String cookies, String proof) {
    return with(with(OWN_PAGE, "cookie", cookies), "x-csrf-token", proof);
  }

  private static String[] with(String[] headers, String... more) {
    return Stream.of(headers, more).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
