package gantry.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Whoever looks after a cloud that breaks: takes servers away, and reads health and alerts. */
record OnCall(RunningCloud cloud, String operator) {
  static final Duration SOON = Duration.ofMinutes(2);
  static final String ALERTS = "/v1/alerts";
  private static final String WATCH = "/_local/schedules/WatchAlertsEveryMinute";

  static OnCall of(RunningCloud cloud) {
    return new OnCall(cloud, cloud.bearer("admin"));
  }

  /** A server that is killed until this is closed. */
  AutoCloseable without(String server) {
    assertThat(servers(server, "kill").path(server).asText()).isEqualTo("AWAY");
    return () -> {
      servers(server, "start");
      Eventually.within(SOON, () -> assertThat(server(server)).isEqualTo("UP"));
    };
  }

  String server(String server) {
    return cloud.get("/_local/status").json().at("/servers/" + server).asText();
  }

  private JsonNode servers(String server, String order) {
    var answer = cloud.post("/_local/servers/" + server + "/" + order, "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** What anybody may see. */
  void assertHealth(int status, String component, String health) {
    Eventually.within(
        SOON,
        () -> {
          var answer = cloud.get("/v1/health");
          assertThat(answer.status()).as(answer.text()).isEqualTo(status);
          assertThat(answer.text())
              .contains("{\"name\":\"%s\",\"status\":\"%s\"}".formatted(component, health));
        });
  }

  /** What operators see. */
  void assertDeepHealth(String component, String health) {
    Eventually.within(
        SOON, () -> assertThat(deepCheck(component).path("status").asText()).isEqualTo(health));
  }

  /** What the deep check says of it, now; each operator may ask it twelve times a minute. */
  JsonNode deepCheck(String component) {
    var somebody = cloud.bearerOf("op-" + UUID.randomUUID(), "admin");
    var answer = cloud.post("/v1/health", "", "authorization", somebody);
    return named(answer.json().path("components"), "name", component);
  }

  /** The schedule's minute is not waited for. */
  void watch() {
    Eventually.within(
        SOON,
        () -> {
          var fired = tryToWatch();
          assertThat(fired.status()).as(fired.text()).isBetween(200, 299);
        });
  }

  /** Without PostgreSQL or SQS the watch fails once it has done what it can. */
  RunningCloud.Answer tryToWatch() {
    return cloud.post(WATCH, "");
  }

  /** Minutes of CloudWatch's; the last one tells how the alarm is. */
  String alarmAfter(int minutes, String alarm) {
    for (var minute = 1; minute < minutes; minute++) {
      cloud.post("/_local/alarms/minute", "");
    }
    return cloud.post("/_local/alarms/minute", "").json().path(alarm).asText();
  }

  /** After so many minutes without what the alarm is about. */
  void assertOver(int minutes, String alarm) {
    Eventually.within(
        SOON,
        () -> {
          assertThat(alarmAfter(minutes, alarm)).isEqualTo("OK");
          checkAlert(alarm, "RECOVERED");
        });
  }

  /** The rule's newest alert; missing when it never fired. */
  JsonNode alert(String rule) {
    return named(list("limit=50").path("items"), "rule", rule);
  }

  JsonNode list(String query) {
    return cloud.get(ALERTS + "?" + query, "authorization", operator).json();
  }

  void assertAlert(String rule, String state) {
    Eventually.within(SOON, () -> checkAlert(rule, state));
  }

  void checkAlert(String rule, String state) {
    assertThat(alert(rule).path("state").asText()).as(rule).isEqualTo(state);
  }

  void assertTold(String rule, String state, String... channels) {
    Eventually.within(
        SOON,
        () -> {
          for (var channel : channels) {
            assertThat(cloud.output())
                .contains("%s was told of %s: %s".formatted(channel, rule, state));
          }
        });
  }

  private static JsonNode named(JsonNode items, String member, String name) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path(member).asText().equals(name))
        .findFirst()
        .orElse(RunningCloud.JSON.missingNode());
  }
}
