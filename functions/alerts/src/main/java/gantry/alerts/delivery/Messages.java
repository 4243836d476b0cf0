package gantry.alerts.delivery;

import static gantry.lambda.JsonText.member;
import static gantry.lambda.JsonText.quoted;

import gantry.alerts.Notice;
import gantry.alerts.Notice.State;
import java.util.Locale;

/** What is said, in each channel's form, and of which stack: two may tell the same people. */
record Messages(String stack) {
  String subject(Notice notice) {
    return "[%s] %s: %s (%s)".formatted(notice.severity(), notice.state(), notice.rule(), stack);
  }

  String text(Notice notice) {
    return "%s%n%s%nSince %s. The runbook's section is %s."
        .formatted(subject(notice), notice.summary(), notice.since(), notice.rule());
  }

  /** Slack takes markup from three characters. */
  String slack(Notice notice) {
    var text = text(notice).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return "{" + member("text", quoted(text)) + "}";
  }

  /**
   * One incident per stack and rule: an alert that is told again, or that another process told, is
   * the same.
   *
   * @see <a href="https://developer.pagerduty.com/docs/send-alert-event">Events API v2</a>
   */
  String pagerDuty(Notice notice, String routingKey) {
    var action = notice.state() == State.FIRING ? "trigger" : "resolve";
    return "{"
        + String.join(
            ",",
            member("routing_key", quoted(routingKey)),
            member("event_action", quoted(action)),
            member("dedup_key", quoted(stack + "-" + notice.rule())),
            member("payload", payload(notice)))
        + "}";
  }

  private String payload(Notice notice) {
    return "{"
        + String.join(
            ",",
            member("summary", quoted(notice.rule() + ": " + notice.summary())),
            member("source", quoted(stack)),
            member("timestamp", quoted(notice.since().toString())),
            member("severity", quoted(pagerDutySeverity(notice))))
        + "}";
  }

  private static String pagerDutySeverity(Notice notice) {
    return switch (notice.severity()) {
      case LOW -> "info";
      case MEDIUM -> "warning";
      case HIGH -> "error";
      case CRITICAL -> notice.severity().name().toLowerCase(Locale.ROOT);
    };
  }
}
