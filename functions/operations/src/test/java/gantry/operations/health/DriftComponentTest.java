package gantry.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.operations.TestModule;
import gantry.postgres.Transactions;
import gantry.testing.MutableClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftComponentTest {
  private static TestModule module;

  @BeforeAll
  static void start() {
    module = new TestModule(UnaryOperator.identity(), Map.of("test.sqs", "real"));
  }

  @AfterAll
  static void stop() {
    module.close();
  }

  @BeforeEach
  void later() {
    module.bean(MutableClock.class).advance(Duration.ofHours(2));
  }

  @Test
  void tenWithinTheHourAreUsualAndElevenAreNot() {
    healed(10);
    assertThat(observed()).isEqualTo(found(Health.HEALTHY, 10));

    healed(1);

    assertThat(observed()).isEqualTo(found(Health.DEGRADED, 11));
  }

  @Test
  void afterAnHourItIsForgotten() {
    healed(11);

    module.bean(MutableClock.class).advance(Duration.ofHours(1));

    assertThat(observed()).isEqualTo(found(Health.HEALTHY, 0));
  }

  private static Observation observed() {
    return module.bean(DriftComponent.class).observe();
  }

  private static Observation found(Health health, long healed) {
    return new Observation(health, Map.of("healedInTheLastHour", healed));
  }

  private static void healed(int subscriptions) {
    for (var i = 0; i < subscriptions; i++) {
      var subscription = new AuditedObject("subscription", UUID.randomUUID().toString());
      var event = AuditEvent.of(Actor.system("reconciler"), "drift-healed", subscription, Map.of());
      module.bean(Transactions.class).inTransaction(() -> module.bean(Audit.class).append(event));
    }
  }
}
