package gantry.precompute.content;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the audit keeps a hash of: everything that a moderator may change, and nobody's name. */
@Serdeable
record RoadmapState(
    String title,
    String description,
    String topic,
    boolean isPublic,
    @Nullable Instant featuredAt,
    List<Lesson> lessons) {
  RoadmapState {
    lessons = List.copyOf(lessons);
  }

  static RoadmapState of(Roadmap roadmap) {
    return new RoadmapState(
        roadmap.title(),
        roadmap.description(),
        roadmap.topic(),
        roadmap.isPublic(),
        roadmap.featuredAt(),
        roadmap.lessons().all());
  }
}
