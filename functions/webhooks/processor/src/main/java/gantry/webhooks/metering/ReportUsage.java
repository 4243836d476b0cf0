package gantry.webhooks.metering;

import gantry.lambda.Metrics;
import gantry.providers.Deadline;
import gantry.webhooks.lemonsqueezy.CurrentUsage;
import gantry.webhooks.lemonsqueezy.FoundUsage;
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
    return switch (provider.currentUsage(report.itemId(), deadline)) {
      case FoundUsage.Shown(var usage) ->
          report.isOpen() ? send(report, usage, deadline) : find(report, usage);
      case FoundUsage.Missing _ -> gone(report);
      case FoundUsage.Unknown _ -> unanswered(report);
    };
  }

  /** The provider knows no such item any more: what was sent to it, nobody can look for. */
  private boolean gone(UsageReport report) {
    return report.isOpen()
        ? reports.refuse(report) && counted("REFUSED")
        : settled(report, "UNCLEAR");
  }

  private boolean unanswered(UsageReport report) {
    reports.postpone(report);
    metrics.count("UsageReport", Map.of("state", "UNANSWERED"));
    return false;
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
    return counted(state);
  }

  private boolean counted(String state) {
    metrics.count("UsageReport", Map.of("state", state));
    if (state.equals("REFUSED") || state.equals("UNCLEAR")) {
      metrics.count("UsageReportUnsettled", Map.of());
    }
    return state.equals("SENT");
  }
}
