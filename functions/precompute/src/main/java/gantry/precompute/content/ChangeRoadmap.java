package gantry.precompute.content;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Changes an own roadmap, or any of the tenant as its moderator; only moderators feature. */
@Singleton
final class ChangeRoadmap {
  private final PostgresRoadmapStore store;
  private final Aftermath aftermath;
  private final Transactions transactions;
  private final Clock clock;

  ChangeRoadmap(
      PostgresRoadmapStore store, Aftermath aftermath, Transactions transactions, Clock clock) {
    this.store = store;
    this.aftermath = aftermath;
    this.transactions = transactions;
    this.clock = clock;
  }

  Outcome change(Person person, RoadmapId id, RoadmapChange change) {
    return transactions.inTransaction(() ->
        store
            .lock(id.value(), person.tenant())
            .filter(person::mayChange)
            .map(roadmap -> change(person, roadmap, change))
            .orElseGet(Outcome.NotFound::new));
  }

  private Outcome change(Person person, Roadmap before, RoadmapChange change) {
    if (change.featured() != null && !person.isModerator()) {
      return new Outcome.MayNotFeature();
    }
    var after = before.with(change, clock.instant());
    if (Boolean.TRUE.equals(change.featured()) && !after.isPublic()) {
      return new Outcome.NotPublic();
    }
    store.update(after);
    aftermath.changed(person, before, after);
    return new Outcome.Changed(after);
  }

  /** What became of it. */
  sealed interface Outcome {
    record Changed(Roadmap roadmap) implements Outcome {}

    record NotFound() implements Outcome {}

    record MayNotFeature() implements Outcome {}

    record NotPublic() implements Outcome {}
  }
}
