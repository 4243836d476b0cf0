package gantry.webhooks.grants;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.webhooks.plans.Plan;
import gantry.webhooks.plans.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseOfSubscriptionTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final PromiseOfSubscription promises =
      new PromiseOfSubscription(
          new Plans(List.of(new Plan("PRO", 0, Set.of("222"), Map.of(), null))),
          new GraceConfig(Duration.ofDays(7)));

  @ParameterizedTest
  @CsvSource({
    "ON_TRIAL,  222, ,                     ,                     ,     ,                     true, "
        + " TRIAL",
    "ACTIVE,    222, 2026-11-01T00:00:00Z, ,                     ,     ,                     true, "
        + " ACTIVE",
    "ACTIVE,    999, ,                     ,                     ,     ,                     false,"
        + " NONE",
    "ACTIVE,    ,    ,                     ,                     ,     ,                     false,"
        + " NONE",
    "PAST_DUE,  222, ,                     ,                     ,     2026-11-14T12:00:01Z, true, "
        + " PAST_DUE_GRACE",
    "PAST_DUE,  222, ,                     ,                     ,     2026-11-14T12:00:00Z, false,"
        + " UNPAID",
    "PAST_DUE,  222, ,                     ,                     ,     ,                     true, "
        + " PAST_DUE_GRACE",
    "PAUSED,    222, ,                     ,                     void, ,                     false,"
        + " PAUSED_VOID",
    "PAUSED,    222, ,                     ,                     free, ,                     true, "
        + " PAUSED_FREE",
    "PAUSED,    222, ,                     ,                     ,     ,                     false,"
        + " PAUSED_VOID",
    "UNPAID,    222, 2026-12-01T00:00:00Z, ,                     ,     ,                     false,"
        + " UNPAID",
    "CANCELLED, 222, ,                     2026-11-21T12:00:01Z, ,     ,                     true, "
        + " CANCELLED_UNTIL_END",
    "CANCELLED, 222, 2026-12-01T00:00:00Z, 2026-11-21T12:00:00Z, ,     ,                     false,"
        + " EXPIRED",
    "CANCELLED, 222, 2026-12-01T00:00:00Z, ,                     ,     ,                     true, "
        + " CANCELLED_UNTIL_END",
    "CANCELLED, 222, ,                     ,                     ,     ,                     false,"
        + " EXPIRED",
    "EXPIRED,   222, 2026-12-01T00:00:00Z, 2026-12-01T00:00:00Z, ,     ,                     false,"
        + " EXPIRED",
    ",          222, ,                     ,                     ,     ,                     false,"
        + " NONE"
  })
  void everyStatusPromisesWhatItShould(
      @Nullable Status status,
      @Nullable String variant,
      @Nullable Instant renewsAt,
      @Nullable Instant endsAt,
      @Nullable String pause,
      @Nullable Instant pastDueSince,
      boolean isLive,
      Reason reason) {
    var promise = promises.of(new Terms(status, variant, renewsAt, endsAt, pause, pastDueSince));

    assertThat(promise.isLive(NOW)).isEqualTo(isLive);
    assertThat(promise.reasonAt(NOW)).isEqualTo(reason);
  }
}
