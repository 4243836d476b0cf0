package gantry.alerts;

import gantry.alerts.Notice.State;
import gantry.alerts.NoticeQueue.Telling;
import jakarta.inject.Singleton;

/** Hands due notices to the queue; one that was handed over before a crash may go twice. */
@Singleton
final class SendNotices {
  private final PostgresAlertStore store;
  private final Rules rules;
  private final NoticeQueue queue;

  SendNotices(PostgresAlertStore store, Rules rules, NoticeQueue queue) {
    this.store = store;
    this.rules = rules;
    this.queue = queue;
  }

  /** Answers how many there were. */
  int send() {
    var due = store.pending();
    due.forEach(this::send);
    return due.size();
  }

  /** A rule that a new version does not know any more is told by nobody. */
  private void send(AlertRow alert) {
    rules.named(alert.rule()).ifPresent(rule -> queue.send(telling(alert, rule)));
    store.sent(alert.id(), alert.pending());
  }

  private static Telling telling(AlertRow alert, Rule rule) {
    var recovered = alert.recoveredAt();
    var value = alert.value();
    return new Telling(
        alert.id(),
        rule,
        State.valueOf(alert.state()),
        value == null ? 0 : value,
        alert.firedAt(),
        recovered == null ? alert.noticedAt() : recovered);
  }
}
