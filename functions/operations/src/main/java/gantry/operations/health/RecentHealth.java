package gantry.operations.health;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The report that everybody may read: at most one check in {@code HEALTH_MAX_AGE}, however many
 * ask.
 */
@Singleton
class RecentHealth {
  private final CheckHealth checkHealth;
  private final Duration maxAge;
  private final Clock clock;
  private @Nullable HealthReport last;

  RecentHealth(CheckHealth checkHealth, HealthConfig config, Clock clock) {
    this.checkHealth = checkHealth;
    this.maxAge = config.maxAge();
    this.clock = clock;
  }

  synchronized HealthReport report() {
    var now = clock.instant();
    var report = last;
    if (report == null || !isRecent(report.checkedAt(), now)) {
      report = checkHealth.check();
      last = report;
    }
    return report;
  }

  /** False too when the clock went back, as after a restored snapshot. */
  private boolean isRecent(Instant checkedAt, Instant now) {
    return !now.isBefore(checkedAt) && now.isBefore(checkedAt.plus(maxAge));
  }
}
