package gantry.operations;

import static gantry.operations.Api.caller;
import static gantry.operations.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gantry.resilience.CircuitChange;
import gantry.resilience.CircuitListener;
import gantry.resilience.CircuitState;
import gantry.testing.ApiEvent;
import gantry.testing.Eventually;
import gantry.testing.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CircuitsTest {
  private static final String PATH = "/v1/circuits";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static TestModule module;
  private static Api api;

  private final String name = UUID.randomUUID().toString();

  @BeforeAll
  static void start() {
    module =
        new TestModule(
            UnaryOperator.identity(),
            Map.of(
                "test.sqs",
                "real",
                "redis.url",
                RedisServer.shared().url(),
                "aws.lambda.function-name",
                "ScanToken",
                "rate-limit.instances",
                1));
    api = new Api(module);
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  @Test
  void anOpenOneTellsSinceWhenAndUntilWhen() {
    tell(CircuitState.OPEN, Duration.ofMinutes(1));

    Eventually.within(
        SOON,
        () -> {
          assertThat(circuit().path("state").asText()).isEqualTo("OPEN");
          assertThat(circuit().path("function").asText()).isEqualTo("ScanToken");
          assertThat(moment("until")).isEqualTo(moment("since").plusSeconds(60));
        });
  }

  @Test
  void aClosedOneHasNoEnd() {
    tell(CircuitState.CLOSED, Duration.ZERO);

    Eventually.within(
        SOON,
        () -> {
          assertThat(circuit().path("state").asText()).isEqualTo("CLOSED");
          assertThat(circuit().path("until").isNull()).isTrue();
        });
  }

  @Test
  void withoutRedisNobodyKnows() {
    try (var alone = new TestModule(UnaryOperator.identity(), Map.of("test.sqs", "real"))) {
      var answer = new Api(alone).asOperator(ApiEvent.get(PATH));

      assertThat(answer.getStatusCode()).isEqualTo(503);
      assertThat(json(answer).path("type").asText()).isEqualTo("service-unavailable");
      assertThat(answer.getHeaders()).containsEntry("Retry-After", "5");
    }
  }

  @Test
  void onlyOperatorsSee() {
    assertThat(api.call(ApiEvent.get(PATH)).getStatusCode()).isEqualTo(401);
    assertThat(api.call(ApiEvent.get(PATH).authorizer(caller("user"))).getStatusCode())
        .isEqualTo(403);
  }

  private void tell(CircuitState state, Duration pause) {
    module.bean(CircuitListener.class).changed(new CircuitChange(name, state, pause));
  }

  private JsonNode circuit() {
    var items = json(api.asOperator(ApiEvent.get(PATH))).path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.path("circuit").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(items));
  }

  private Instant moment(String field) {
    return Instant.parse(circuit().path(field).asText());
  }
}
