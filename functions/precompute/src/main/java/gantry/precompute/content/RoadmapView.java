package gantry.precompute.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One roadmap as it is answered. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RoadmapView(
    UUID id,
    String owner,
    String title,
    String description,
    String topic,
    @JsonProperty("public") boolean isPublic,
    boolean featured,
    List<Lesson> lessons,
    @Nullable UUID source,
    long views,
    long clones,
    long ratings,
    double averageRating,
    Instant createdAt,
    Instant updatedAt) {
  static RoadmapView of(Roadmap roadmap) {
    return new RoadmapView(
        roadmap.id(),
        roadmap.owner(),
        roadmap.title(),
        roadmap.description(),
        roadmap.topic(),
        roadmap.isPublic(),
        roadmap.isFeatured(),
        roadmap.lessons().all(),
        roadmap.source(),
        roadmap.views(),
        roadmap.clones(),
        roadmap.ratings(),
        roadmap.ratings() == 0 ? 0 : (double) roadmap.stars() / roadmap.ratings(),
        roadmap.createdAt(),
        roadmap.updatedAt());
  }
}
