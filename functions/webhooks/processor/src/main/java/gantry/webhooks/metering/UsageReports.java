package gantry.webhooks.metering;

import gantry.webhooks.grants.AccessConfig;
import gantry.webhooks.lemonsqueezy.CurrentUsage;
import gantry.webhooks.plans.Metering;
import gantry.webhooks.plans.Plan;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The marks of what was reported; each change is committed before anything else happens. */
@Singleton
final class UsageReports {
  private static final Duration OLDEST = Duration.ofDays(31);

  /** Somebody may still be sending it. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  private final PostgresUsageReportStore store;
  private final Plans plans;
  private final AccessConfig config;
  private final Clock clock;

  UsageReports(PostgresUsageReportStore store, Plans plans, AccessConfig config, Clock clock) {
    this.store = store;
    this.plans = plans;
    this.config = config;
    this.clock = clock;
  }

  /** Writes down the days that have closed since. */
  void collect() {
    var now = clock.instant();
    for (var plan : plans.metered()) {
      collect(plan, now);
    }
  }

  private void collect(Plan plan, Instant now) {
    var metering = plan.metering();
    if (metering != null) {
      store.collect(
          metering.meter(),
          metering.action().name(),
          List.copyOf(plan.variants()),
          List.copyOf(plans.variantsBilledBy(metering.meter())),
          config.modes(),
          now.minus(OLDEST),
          now.minus(Metering.SETTLED),
          now);
    }
  }

  /** The next of each subscription item. */
  List<UsageReport> heads(int limit) {
    return store.heads(clock.instant().minus(UNDER_WAY), limit);
  }

  boolean begin(UsageReport report, CurrentUsage before) {
    return store.begin(
            report.tenant(),
            report.userId(),
            report.meter(),
            report.day(),
            before.quantity(),
            before.periodStart(),
            clock.instant())
        == 1;
  }

  void settle(UsageReport report, String state) {
    store.settle(
        report.tenant(), report.userId(), report.meter(), report.day(), state, clock.instant());
  }

  /** Nobody will take it; false when somebody has begun to send it. */
  boolean refuse(UsageReport report) {
    return store.refuse(
            report.tenant(), report.userId(), report.meter(), report.day(), clock.instant())
        == 1;
  }

  /** Comes after the others the next time. */
  void postpone(UsageReport report) {
    store.postpone(report.tenant(), report.userId(), report.meter(), report.day(), clock.instant());
  }
}
