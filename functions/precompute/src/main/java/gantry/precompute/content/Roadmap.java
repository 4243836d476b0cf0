package gantry.precompute.content;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A roadmap as it is stored, with its counters to the last increment. */
@MappedEntity("content.roadmaps")
record Roadmap(
    @Id UUID id,
    String tenant,
    String owner,
    String title,
    String description,
    String topic,
    @MappedProperty("public") boolean isPublic,
    @Nullable Instant featuredAt,
    @MappedProperty(converter = LessonsColumn.class, type = DataType.STRING) Lessons lessons,
    @Nullable UUID source,
    Instant createdAt,
    Instant updatedAt,
    long views,
    long clones,
    long ratings,
    long stars) {
  /** A new one, which nobody has seen yet. */
  static Roadmap of(UUID id, Person owner, Content content, Instant now) {
    return new Roadmap(
        id,
        owner.tenant(),
        owner.id(),
        content.title(),
        content.description(),
        content.topic(),
        content.isPublic(),
        null,
        content.lessons(),
        content.source(),
        now,
        now,
        0,
        0,
        0,
        0);
  }

  /** A private one of somebody else's own. */
  Content copy() {
    return new Content(title, description, topic, false, lessons, id);
  }

  boolean isFeatured() {
    return featuredAt != null;
  }

  /** With what the change names; what is not public is not featured. */
  Roadmap with(RoadmapChange change, Instant now) {
    var visible = change.isPublicOr(isPublic);
    return new Roadmap(
        id,
        tenant,
        owner,
        change.titleOr(title),
        change.descriptionOr(description),
        change.topicOr(topic),
        visible,
        visible ? featuredAt(change, now) : null,
        change.lessonsOr(lessons),
        source,
        createdAt,
        now,
        views,
        clones,
        ratings,
        stars);
  }

  private @Nullable Instant featuredAt(RoadmapChange change, Instant now) {
    if (!change.isFeaturedOr(isFeatured())) {
      return null;
    }
    return featuredAt == null ? now : featuredAt;
  }

  /** What its author says about it. */
  record Content(
      String title,
      String description,
      String topic,
      boolean isPublic,
      Lessons lessons,
      @Nullable UUID source) {}
}
