package gantry.precompute.content;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;

/** Deletes an own roadmap, or any of the tenant as its moderator. */
@Singleton
final class DeleteRoadmap {
  private final PostgresRoadmapStore store;
  private final Aftermath aftermath;
  private final Transactions transactions;

  DeleteRoadmap(PostgresRoadmapStore store, Aftermath aftermath, Transactions transactions) {
    this.store = store;
    this.aftermath = aftermath;
    this.transactions = transactions;
  }

  /** False when there is none that the person may delete. */
  boolean delete(Person person, RoadmapId id) {
    return transactions.inTransaction(() -> {
      var found = store.lock(id.value(), person.tenant()).filter(person::mayChange);
      found.ifPresent(roadmap -> delete(person, roadmap));
      return found.isPresent();
    });
  }

  private void delete(Person person, Roadmap roadmap) {
    var _ = store.delete(roadmap.id());
    aftermath.deleted(person, roadmap);
  }
}
