package gantry.precompute.content;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Keeps how far a learner has come with a roadmap that he may see. */
@Singleton
final class LearnRoadmap {
  private final FindRoadmaps findRoadmaps;
  private final LearnedRoadmaps learned;
  private final Transactions transactions;
  private final Clock clock;

  LearnRoadmap(
      FindRoadmaps findRoadmaps, LearnedRoadmaps learned, Transactions transactions, Clock clock) {
    this.findRoadmaps = findRoadmaps;
    this.learned = learned;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** How many lessons are completed, at most all; false when there is no such roadmap. */
  boolean learn(Person learner, RoadmapId id, int completedLessons) {
    return transactions.inTransaction(() -> {
      var found = findRoadmaps.find(learner, id);
      found.ifPresent(roadmap -> learned.keep(learner, roadmap, completedLessons, clock.instant()));
      return found.isPresent();
    });
  }
}
