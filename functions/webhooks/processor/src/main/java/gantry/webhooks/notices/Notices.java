package gantry.webhooks.notices;

import gantry.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Publishes the conditions that a subject went through, each once for every time it came back. A
 * condition that arrives late can split or start a run but never takes one away, so the facts that
 * go out are the same in whatever order their causes arrive.
 */
@Singleton
public final class Notices {
  private final PostgresNoticeStore store;
  private final Outbox outbox;
  private final Clock clock;

  Notices(PostgresNoticeStore store, Outbox outbox, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** All of the subject's conditions so far, oldest first. */
  public void publish(String subject, List<Notice> conditions) {
    var told = store.ofSubject(subject);
    publish(subject, Course.of(conditions, told), told);
  }

  /** And one that no event tells of: the clock began it. */
  public void publishEnd(String subject, List<Notice> conditions, End end) {
    var told = store.ofSubject(subject);
    var notice = end.notice();
    var course = Course.of(conditions, told).with(end.at(), notice.condition(), notice.event());
    publish(subject, course, told);
  }

  /** What begins when something ends. */
  public record End(Instant at, Notice notice) {}

  private void publish(String subject, Course course, List<PublishedNotice> told) {
    var known = told.stream().map(PublishedNotice::key).collect(Collectors.toSet());
    var occurrences = new HashMap<String, Integer>();
    var previous = "";
    for (var step : course.steps()) {
      var condition = step.condition();
      if (!condition.equals(previous)) {
        publish(subject, step, occurrences.merge(condition, 1, Integer::sum), known);
      }
      previous = condition;
    }
  }

  private void publish(String subject, Course.Step step, int occurrence, Set<String> known) {
    var row =
        new PublishedNotice(subject, step.condition(), occurrence, clock.instant(), step.endedAt());
    if (step.event() != null && known.add(row.key()) && store.addOnce(row) != null) {
      outbox.append(step.event());
    }
  }
}
