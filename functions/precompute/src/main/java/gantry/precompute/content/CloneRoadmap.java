package gantry.precompute.content;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Makes a private copy of a roadmap; counted once per person. */
@Singleton
final class CloneRoadmap {
  private final FindRoadmaps findRoadmaps;
  private final CreateRoadmap createRoadmap;
  private final PostgresEngagementStore store;
  private final Transactions transactions;

  CloneRoadmap(
      FindRoadmaps findRoadmaps,
      CreateRoadmap createRoadmap,
      PostgresEngagementStore store,
      Transactions transactions) {
    this.findRoadmaps = findRoadmaps;
    this.createRoadmap = createRoadmap;
    this.store = store;
    this.transactions = transactions;
  }

  /** Empty when there is none that the person may see. */
  Optional<Roadmap> clone(Person person, RoadmapId id) {
    return transactions.inTransaction(
        () -> findRoadmaps.find(person, id).map(source -> clone(person, source)));
  }

  private Roadmap clone(Person person, Roadmap source) {
    var copy = createRoadmap.create(person, source.copy());
    if (!person.owns(source)) {
      var day = LocalDate.ofInstant(copy.createdAt(), ZoneOffset.UTC);
      var _ = store.clone(source.id(), person.id(), day);
    }
    return copy;
  }
}
