package gantry.redis.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.redis.Clients;
import gantry.resilience.BreakerConfig;
import gantry.resilience.Breakers;
import gantry.resilience.CircuitChange;
import gantry.resilience.CircuitState;
import gantry.testing.Eventually;
import gantry.testing.Ports;
import gantry.testing.RedisServer;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CircuitBoardTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration OVER = Duration.ofMillis(1);
  private static final Duration SOON = Duration.ofSeconds(20);

  private static ApplicationContext scanner;
  private static ApplicationContext watcher;

  private final String circuit = UUID.randomUUID().toString();

  @BeforeAll
  static void start() {
    Clients.load();
    scanner = process("ScanToken", RedisServer.shared().url());
    watcher = process("WatchPayment", RedisServer.shared().url());
  }

  @AfterAll
  static void stop() {
    scanner.close();
    watcher.close();
  }

  @Test
  void whatABreakerDoesIsKnownElsewhere() {
    var longPauses = BreakerConfig.DEFAULT.withPauses(LONG, LONG);
    var breaker = scanner.getBean(Breakers.class).breaker(circuit, longPauses);

    for (var i = 0; i < 3; i++) {
      breaker.acquire().failed();
    }

    become(circuits -> {
      assertThat(circuits)
          .singleElement()
          .satisfies(found -> {
            assertThat(found.state()).isEqualTo(CircuitState.OPEN);
            assertThat(found.function()).isEqualTo("ScanToken");
            assertThat(found.until())
                .hasValueSatisfying(end -> assertThat(end).isAfter(found.since()));
          });
    });
  }

  @Test
  void whoseChangesFollowEachOtherShowsTheLast() {
    for (var i = 0; i < 20; i++) {
      tell(scanner, CircuitState.OPEN, OVER);
      tell(scanner, CircuitState.HALF_OPEN, Duration.ZERO);
      tell(scanner, CircuitState.CLOSED, Duration.ZERO);
    }
    tell(scanner, CircuitState.HALF_OPEN, Duration.ZERO);

    become(CircuitState.HALF_OPEN);
    tell(scanner, CircuitState.CLOSED, Duration.ZERO);
    become(CircuitState.CLOSED);
  }

  @Test
  void afterItsPauseAnOpenOneLetsProbesThrough() {
    tell(scanner, CircuitState.OPEN, OVER);

    assertThat(become(CircuitState.HALF_OPEN).until()).isEmpty();
  }

  /** Another process of the function knows nothing of the pause here. */
  @Test
  void itIsOpenWhileAnyProcessHasItOpen() {
    tell(scanner, CircuitState.OPEN, LONG);
    var before = become(CircuitState.OPEN);

    try (var other = process("ScanToken", RedisServer.shared().url())) {
      tell(other, CircuitState.OPEN, OVER);
      tell(other, CircuitState.CLOSED, Duration.ZERO);
      var after = become(found -> assertThat(found.getFirst().since()).isAfter(before.since()));

      assertThat(after)
          .singleElement()
          .satisfies(found -> {
            assertThat(found.state()).isEqualTo(CircuitState.OPEN);
            assertThat(found.until()).isEqualTo(before.until());
          });
    }
  }

  @Test
  void anOutageLastsFromTheFirstOpeningToTheClosing() {
    tell(scanner, CircuitState.OPEN, OVER);
    var began = become(CircuitState.HALF_OPEN).since();

    tell(scanner, CircuitState.OPEN, LONG);

    assertThat(become(CircuitState.OPEN).since()).isEqualTo(began);
  }

  @Test
  void eachFunctionHasItsOwn() {
    tell(scanner, CircuitState.OPEN, LONG);
    tell(watcher, CircuitState.HALF_OPEN, Duration.ZERO);

    become(found ->
        assertThat(found)
            .extracting(Circuit::function)
            .containsExactly("ScanToken", "WatchPayment"));
  }

  @Test
  void whereRedisIsAwayNobodyKnowsAndNothingFails() {
    try (var alone = process("ScanToken", "redis://127.0.0.1:" + Ports.free())) {
      tell(alone, CircuitState.OPEN, LONG);

      assertThat(alone.getBean(CircuitBoard.class).circuits()).isEmpty();
    }
  }

  private static ApplicationContext process(String function, String redis) {
    return ApplicationContext.run(Map.of("redis.url", redis, "aws.lambda.function-name", function));
  }

  private void tell(ApplicationContext process, CircuitState state, Duration pause) {
    process.getBean(CircuitBoard.class).changed(new CircuitChange(circuit, state, pause));
  }

  private Circuit become(CircuitState state) {
    return become(found -> assertThat(found).extracting(Circuit::state).containsExactly(state))
        .getFirst();
  }

  private List<Circuit> become(ThrowingConsumer<List<Circuit>> expected) {
    var found = new AtomicReference<List<Circuit>>(List.of());
    Eventually.within(
        SOON,
        () -> {
          found.set(circuits());
          expected.accept(found.get());
        });
    return found.get();
  }

  private List<Circuit> circuits() {
    return watcher.getBean(CircuitBoard.class).circuits().orElseThrow().stream()
        .filter(found -> found.name().equals(circuit))
        .toList();
  }
}
