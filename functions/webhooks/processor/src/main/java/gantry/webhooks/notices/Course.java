package gantry.webhooks.notices;

import gantry.outbox.OutboxEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subject's conditions in their order: what events told of, and the ends that the clock told. */
record Course(List<Step> steps) {
  /** Without an event it has been published. */
  record Step(
      String condition,
      @Nullable Instant since,
      @Nullable Instant endedAt,
      @Nullable OutboxEvent event) {
    boolean isBefore(Instant time) {
      return since == null || since.isBefore(time);
    }
  }

  Course {
    steps = List.copyOf(steps);
  }

  static Course of(List<Notice> conditions, List<PublishedNotice> told) {
    var course =
        new Course(
            conditions.stream()
                .map(it -> new Step(it.condition(), it.since(), null, it.event()))
                .toList());
    for (var notice : told) {
      if (notice.endedAt() != null) {
        course = course.with(notice.endedAt(), notice.condition(), null);
      }
    }
    return course;
  }

  /** An end comes before what was told of the same moment. */
  Course with(Instant end, String condition, @Nullable OutboxEvent event) {
    var place = 0;
    while (place < steps.size() && steps.get(place).isBefore(end)) {
      place++;
    }
    var all = new ArrayList<>(steps);
    all.add(place, new Step(condition, end, end, event));
    return new Course(all);
  }
}
