package gantry.precompute.content;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** A public roadmap in a list. */
@MappedEntity("content.roadmaps")
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RoadmapItem(
    @Id UUID id,
    String owner,
    String title,
    String topic,
    long views,
    long clones,
    long ratings,
    double averageRating,
    Instant createdAt,
    @JsonIgnore double relevance) {
  Place place() {
    return new Place(relevance, createdAt, id);
  }
}
