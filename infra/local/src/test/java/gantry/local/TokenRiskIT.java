package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Eventually;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tokens over HTTP: template, gateway, function, the simulated sources, Redis, queue and worker.
 */
class TokenRiskIT {
  private static final String CLEAN = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";

  private static final String HONEYPOT = "0x151d3ddb84282553309513a366c1177cd95e9fa9";
  private static final Duration SOON = Duration.ofMinutes(3);

  private static RunningCloud cloud;
  private static String user;

  @BeforeAll
  static void start() {
    cloud = RunningCloud.shared();
    user = cloud.bearer("user");
  }

  @ParameterizedTest
  @CsvSource({
    "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b, eip155:8453, LOW",
    "0x151d3ddb84282553309513a366c1177cd95e9fa9, eip155:8453, CRITICAL",
    "0xebac0ddc1a3dd72986d98ddc3b11584179ab617a, eip155:8453, HIGH",
    "92ZRdYx8J4VFE3VteyNDKzd9Lo1sTSuDfVpLPQX9MUfA, solana:mainnet, MEDIUM",
    "A99R3nEqawJVvEccGfe5BncASnyPmJHG4b1kKyXUt7Ac, solana:mainnet, CRITICAL",
    "0x5555555555555555555555555555555555555555, eip155:8453, UNKNOWN"
  })
  void aTokenIsJudged(String address, String chain, String level) {
    var answer = risk(address + "/risk?chain=" + chain);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("level").asText()).isEqualTo(level);
  }

  @Test
  void aTokenThatWasJustAskedForIsKnown() {
    var first = risk(CLEAN + "/risk?chain=eip155:56").json();

    var second = risk(CLEAN + "/risk?chain=eip155:56").json();

    assertThat(second.path("cached").asBoolean()).isTrue();
    assertThat(second.path("checkedAt")).isEqualTo(first.path("checkedAt"));
    assertThat(first.path("sources").findValuesAsText("status"))
        .containsExactly("ANSWERED", "ANSWERED");
  }

  @Test
  void aCardIsForAChat() {
    var path = "/v1/tokens/" + CLEAN + "/risk?chain=eip155:8453";

    var card = cloud.get(path, "authorization", user, "accept", "text/markdown");

    assertThat(card.header("content-type")).startsWith("text/markdown");
    assertThat(card.text()).contains("`Example` (`EXM`)", "not financial advice");
  }

  @Test
  void anOrderIsScannedInTheBackground() throws IOException {
    // The background would wait until the sources' pace has caught up with what users asked before,
    // and for minutes where a source had no answer for them.
    var sabotage = new Sabotage(cloud);
    sabotage.forget("pace:*");
    sabotage.forget("cache:{token-scan}:entry:*");
    var token = "{\"address\":\"%s\",\"chain\":\"eip155:8453\"}";
    var order = "{\"tokens\":[" + token.formatted(CLEAN) + "," + token.formatted(HONEYPOT) + "]}";

    var accepted =
        cloud.post(
            "/v1/token-scans", order, "authorization", user, "content-type", "application/json");

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    Eventually.within(
        SOON,
        () -> {
          assertThat(cloud.post("/_local/functions/SweepTokenScans", "{}").text())
              .doesNotContain("Runtime.", "error");
          var scan = cloud.get(accepted.header("location"), "authorization", user).json();
          assertThat(scan.at("/progress/done").asInt()).isEqualTo(2);
          assertThat(scan.at("/items/0/results/0/level").asText()).isEqualTo("LOW");
          assertThat(scan.at("/items/1/results/0/level").asText()).isEqualTo("CRITICAL");
        });
  }

  @Test
  void aWatchedTokenIsLookedAt() {
    var watch = "/v1/token-watches/eip155:8453/" + HONEYPOT;
    assertThat(put(watch).status()).isEqualTo(201);

    assertThat(cloud.post("/_local/functions/RescanWatches", "{}").text())
        .doesNotContain("Runtime.", "error");

    Eventually.within(
        SOON, () -> assertThat(put(watch).json().path("level").asText()).isEqualTo("CRITICAL"));
  }

  private static RunningCloud.Answer put(String path) {
    return cloud.send("PUT", path, new byte[0], "authorization", user);
  }

  private static RunningCloud.Answer risk(String path) {
    return cloud.get("/v1/tokens/" + path, "authorization", user);
  }
}
