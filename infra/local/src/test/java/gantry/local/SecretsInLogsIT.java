package gantry.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import gantry.local.secrets.SecretScan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all other flows: nothing that they or these calls brought in as a secret was logged. */
@Order(Integer.MAX_VALUE)
class SecretsInLogsIT {
  private static final RunningCloud CLOUD = RunningCloud.shared();
  private static final String[] OWN_PAGE = {"sec-fetch-site", "same-origin"};
  private static final String WEBHOOKS = "/v1/webhooks/";

  @Test
  void noSecretIsLogged() {
    var brought = new ArrayList<>(ownSecrets());
    brought.addAll(showToken());
    brought.addAll(signIn());
    brought.addAll(signWrongly());

    var log = functionsLog();
    assertThat(log).contains("REPORT RequestId");
    assertThat(SecretScan.findings(log)).isEmpty();
    assertThat(brought).hasSizeGreaterThan(10).noneMatch(log::contains);
  }

  private static List<String> ownSecrets() {
    var secrets = DevelopmentSecrets.all();
    return Stream.concat(
            Stream.of("JWT_SECRET", "SESSION_SECRET", "STRIPE_API_KEY").map(secrets::get),
            Stream.of("lemonsqueezy", "stripe", "paddle", "standard", "github")
                .flatMap(provider ->
                    Stream.of("test", "live")
                        .map(mode -> DevelopmentSecrets.webhookSecret(provider, mode))))
        .toList();
  }

  /** To the right door, to a wrong one, and broken. */
  private static List<String> showToken() {
    var bearer = CLOUD.bearer("admin");
    CLOUD.get("/v1/webhook-events", "authorization", bearer);
    CLOUD.get("/v1/webhook-events", "authorization", bearer + "x");
    CLOUD.get(WEBHOOKS + "github", "authorization", bearer);
    return List.of(bearer.substring("Bearer ".length()));
  }

  private static List<String> signIn() {
    var bearer = CLOUD.bearer("admin");
    var headers = new String[] {OWN_PAGE[0], OWN_PAGE[1], "authorization", bearer};
    var answer = CLOUD.post("/operator/session", "", headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.response().headers().allValues("set-cookie").stream()
        .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
        .toList();
  }

  private static List<String> signWrongly() {
    var wrong = "5f2d8c0e".repeat(8);
    CLOUD.send(
        "POST", WEBHOOKS + "lemonsqueezy", "{\"a\":1}".getBytes(UTF_8), "x-signature", wrong);
    return List.of(wrong);
  }

  /** Without what the start prints for people: the token it has made for them. */
  private static String functionsLog() {
    return CLOUD
        .output()
        .lines()
        .filter(not(line -> line.startsWith("  admin token ") || line.startsWith("curl ")))
        .collect(Collectors.joining("\n"));
  }
}
