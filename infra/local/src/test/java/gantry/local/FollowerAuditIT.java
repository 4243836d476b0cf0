package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way of an audit: HTTP, queue, scorer, stream, aggregator, PostgreSQL, HTTP. */
class FollowerAuditIT {
  /** A batch that the stream did not take in time comes again after two minutes. */
  private static final Duration SOON = Duration.ofMinutes(3);

  private static final String AUDITS = "/v1/follower-audits";

  private static RunningCloud cloud;
  private static String user;

  @BeforeAll
  static void start() {
    cloud = RunningCloud.shared();
    user = cloud.bearer("user");
  }

  @Test
  void anAudienceIsScoredAndCanBeLookedAt() {
    var lines =
        IntStream.range(0, 1000)
            .mapToObj(i -> "{\"handle\":\"bot_%d\",\"fullName\":\"राहुल शर्मा\"}".formatted(i))
            .collect(Collectors.joining("\n"));

    var begun = post(AUDITS + "?creator=%40c&platform=instagram", lines, "application/x-ndjson");

    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    var path = begun.header("location");
    Eventually.within(SOON, () -> assertThat(audit(path).path("state").asText()).isEqualTo("DONE"));
    assertThat(audit(path).path("scored").asInt()).isEqualTo(1000);
    assertThat(audit(path).at("/summary/duplicates/handle").asInt()).isEqualTo(1000);
    var progress = cloud.get(path + "/progress", "authorization", user);
    assertThat(progress.header("content-type")).startsWith("text/event-stream");
    assertThat(progress.text()).contains("event: done");
    var csv = cloud.get(path + "/followers", "authorization", user, "accept", "text/csv");
    assertThat(csv.text()).contains("\"bot_0\",\"राहुल शर्मा\",");
  }

  @Test
  void aFollowerIsScoredAtOnce() {
    var answer =
        post(
            "/v1/followers/score",
            "{\"followers\":[{\"handle\":\"rahul.s\",\"fullName\":\"Rahul Sharma\"}]}",
            "application/json");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().at("/results/0/classic/similarity_score").isNumber()).isTrue();
  }

  private static RunningCloud.Answer post(String path, String body, String type) {
    return cloud.post(path, body, "authorization", user, "content-type", type);
  }

  /** As an operator: users are limited, and this looks often. */
  private static JsonNode audit(String path) {
    return cloud.get(path, "authorization", cloud.bearer("admin")).json();
  }
}
