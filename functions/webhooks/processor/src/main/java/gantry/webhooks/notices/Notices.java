package gantry.webhooks.notices;

import gantry.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
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
    var known = known(subject);
    var occurrences = new HashMap<String, Integer>();
    var previous = "";
    for (var notice : conditions) {
      var condition = notice.condition();
      if (!condition.equals(previous)) {
        var occurrence = occurrences.merge(condition, 1, Integer::sum);
        publish(
            new PublishedNotice(subject, condition, occurrence, clock.instant()), notice, known);
      }
      previous = condition;
    }
  }

  private Set<String> known(String subject) {
    return store.ofSubject(subject).stream()
        .map(PublishedNotice::key)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void publish(PublishedNotice row, Notice notice, Set<String> known) {
    if (known.add(row.key()) && store.addOnce(row) != null) {
      outbox.append(notice.event());
    }
  }
}
