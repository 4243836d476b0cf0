package gantry.precompute.content;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a person may see: one roadmap by its id, or the public ones by words and topic. */
@Singleton
final class FindRoadmaps {
  private final PostgresRoadmapStore roadmaps;
  private final PostgresRoadmapListStore lists;

  FindRoadmaps(PostgresRoadmapStore roadmaps, PostgresRoadmapListStore lists) {
    this.roadmaps = roadmaps;
    this.lists = lists;
  }

  Optional<Roadmap> find(Person person, RoadmapId id) {
    return roadmaps.find(id.value(), person.tenant()).filter(person::maySee);
  }

  /** The most relevant first with words, the newest first without. */
  List<RoadmapItem> search(Person person, Wish wish, Place after, int limit) {
    return wish.words() == null
        ? lists.newestFirst(person.tenant(), wish.topic(), after.createdAt(), after.id(), limit)
        : lists.mostRelevantFirst(
            person.tenant(),
            wish.words(),
            wish.topic(),
            after.relevance(),
            after.createdAt(),
            after.id(),
            limit);
  }

  /** What is looked for. */
  record Wish(@Nullable String words, @Nullable String topic) {}
}
