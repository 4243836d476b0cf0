package gantry.local;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.testing.Eventually;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lambda starts every bean of a function at once, other than tests do: so each is started here.
 * Those after it find all functions warm.
 */
@Order(1)
class EveryFunctionIT {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Set<String> PLAIN =
      Set.of(
          "Authorizer",
          "DeliverAlert",
          "MaintainDatabase",
          "Migrate",
          "ReceiveWebhook",
          "SessionAuthorizer",
          "ShowApi");
  private static final Pattern RESTORED =
      Pattern.compile("(?m)^\\[(\\w+)] .*\"message\":\"Restored from a snapshot\"");

  /** No event of their own kind: a function may refuse it, but only once it has started. */
  private static final String EVENT = "{\"Records\":[]}";

  private static final RunningCloud CLOUD = RunningCloud.shared();

  static Stream<String> functions() {
    return StreamSupport.stream(status().spliterator(), false)
        .map(function -> function.path("name").asText());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void itStarts(String name) {
    var answer = CLOUD.post("/_local/functions/" + name, EVENT);

    assertThat(answer.text()).doesNotContain("Runtime.");
    assertThat(initMillis(name)).as(answer.text()).isPositive();
  }

  /** AWS's runtime client calls the hooks; the plain handlers hold nothing and have none. */
  @Test
  void whateverHoldsConnectionsWakesFromItsSnapshotWithoutThem() {
    var all = functions().toList();

    all.stream()
        .filter(name -> initMillis(name) == 0)
        .forEach(name -> CLOUD.post("/_local/functions/" + name, EVENT));

    Eventually.within(
        SOON,
        () -> {
          var restored = restored();
          assertThat(all).filteredOn(name -> !restored.contains(name)).hasSameElementsAs(PLAIN);
        });
  }

  private static Set<String> restored() {
    return RESTORED.matcher(CLOUD.output()).results().map(line -> line.group(1)).collect(toSet());
  }

  private static long initMillis(String name) {
    return StreamSupport.stream(status().spliterator(), false)
        .filter(function -> function.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("initMs")
        .asLong();
  }

  private static JsonNode status() {
    return CLOUD.get("/_local/status").json().path("functions");
  }
}
