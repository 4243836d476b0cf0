package gantry.precompute.content;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Views and rates a roadmap that the person may see. */
@Singleton
final class EngageWithRoadmap {
  private final FindRoadmaps findRoadmaps;
  private final PostgresEngagementStore store;
  private final Transactions transactions;
  private final Clock clock;

  EngageWithRoadmap(
      FindRoadmaps findRoadmaps,
      PostgresEngagementStore store,
      Transactions transactions,
      Clock clock) {
    this.findRoadmaps = findRoadmaps;
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Counted once per viewer and day; never the owner's own. */
  Outcome view(Person viewer, RoadmapId id) {
    return with(
        viewer,
        id,
        roadmap -> {
          if (!viewer.owns(roadmap)) {
            var _ = store.view(roadmap.id(), viewer.id(), today());
          }
          return new Outcome.Done();
        });
  }

  /** One rating per person, the last one counts. */
  Outcome rate(Person rater, RoadmapId id, int stars) {
    return with(
        rater,
        id,
        roadmap -> {
          if (rater.owns(roadmap)) {
            return new Outcome.OwnRoadmap();
          }
          var _ = store.rate(roadmap.id(), rater.id(), stars, today());
          return new Outcome.Done();
        });
  }

  private Outcome with(Person person, RoadmapId id, Function<Roadmap, Outcome> work) {
    return transactions.inTransaction(() -> {
      Optional<Roadmap> found = findRoadmaps.find(person, id);
      return found.map(work).orElseGet(Outcome.NotFound::new);
    });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** What became of it. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    record NotFound() implements Outcome {}

    record OwnRoadmap() implements Outcome {}
  }
}
