package gantry.webhooks.metering;

import gantry.lambda.Metrics;
import gantry.providers.Deadline;
import gantry.webhooks.lemonsqueezy.CurrentUsage;
import gantry.webhooks.lemonsqueezy.LemonSqueezyClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/**
 * Reports each closed day once. The provider knows no idempotency key, so that the intent is
 * committed first; when the answer is lost, its own count tells whether the report arrived.
 */
@Singleton
final class ReportUsage {
  private static final int MOST = 50;
  private static final Duration TIME = Duration.ofSeconds(40);

  private final UsageReports reports;
  private final LemonSqueezyClient provider;
  private final Metrics metrics;

  ReportUsage(UsageReports reports, LemonSqueezyClient provider, Metrics metrics) {
    this.reports = reports;
    this.provider = provider;
    this.metrics = metrics;
  }

  /** How many were taken by the provider. */
  int report() {
    reports.collect();
    var deadline = Deadline.in(TIME);
    var sent = 0;
    for (var report : reports.heads(MOST)) {
      sent += report(report, deadline) ? 1 : 0;
    }
    return sent;
  }

  private boolean report(UsageReport report, Deadline deadline) {
    if (report.state().equals("UNCLEAR")) {
      return false;
    }
    return provider
        .currentUsage(report.itemId(), deadline)
        .map(usage ->
            report.state().equals("OPEN") ? send(report, usage, deadline) : find(report, usage))
        .orElse(false);
  }

  private boolean send(UsageReport report, CurrentUsage before, Deadline deadline) {
    if (!reports.begin(report, before)) {
      return false;
    }
    return switch (provider.report(report.itemId(), report.record(before.quantity()), deadline)) {
      case TAKEN -> settled(report, "SENT");
      case REFUSED -> settled(report, "REFUSED");
      case UNKNOWN -> false;
    };
  }

  /** Whether a report whose answer was lost had arrived. */
  private boolean find(UsageReport report, CurrentUsage usage) {
    var before = report.before() == null ? 0 : report.before();
    if (!usage.periodStart().equals(report.periodStart())) {
      return settled(report, "UNCLEAR");
    }
    if (usage.quantity() == before) {
      return settled(report, "OPEN");
    }
    return settled(report, usage.quantity() == before + report.quantity() ? "SENT" : "UNCLEAR");
  }

  private boolean settled(UsageReport report, String state) {
    reports.settle(report, state);
    metrics.count("UsageReport", Map.of("state", state));
    if (state.equals("REFUSED") || state.equals("UNCLEAR")) {
      metrics.count("UsageReportUnsettled", Map.of());
    }
    return state.equals("SENT");
  }
}
