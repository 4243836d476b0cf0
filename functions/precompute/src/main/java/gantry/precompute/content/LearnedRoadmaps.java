package gantry.precompute.content;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Progress as it is stored and shown on the learner's dashboard. */
@Singleton
final class LearnedRoadmaps {
  private final PostgresEngagementStore store;
  private final OwnWrites ownWrites;

  LearnedRoadmaps(PostgresEngagementStore store, OwnWrites ownWrites) {
    this.store = store;
    this.ownWrites = ownWrites;
  }

  void keep(Person learner, Roadmap roadmap, int completedLessons, Instant at) {
    var completed = Math.min(completedLessons, roadmap.lessons().all().size());
    var _ = store.progress(learner.tenant(), learner.id(), roadmap.id(), completed, at);
    ownWrites.concern(learner.tenant(), learner.id());
  }
}
