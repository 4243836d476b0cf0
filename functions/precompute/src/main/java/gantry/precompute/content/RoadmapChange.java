package gantry.precompute.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import gantry.http.input.RefusesUnknownFields;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some fields of a roadmap; what is absent or null stays. */
@Serdeable
@RefusesUnknownFields
record RoadmapChange(
    @Size(max = 200) @Pattern(regexp = NOT_BLANK) @Nullable String title,
    @Size(max = 5000) @Nullable String description,
    @Size(max = 80) @Pattern(regexp = NOT_BLANK) @Nullable String topic,
    @JsonProperty("public") @Nullable Boolean isPublic,
    @Nullable Boolean featured,
    @Valid @Size(max = 200) @Nullable List<Lesson> lessons) {
  private static final String NOT_BLANK = "(?s).*\\S.*";

  String titleOr(String now) {
    return title == null ? now : title;
  }

  String descriptionOr(String now) {
    return description == null ? now : description;
  }

  String topicOr(String now) {
    return topic == null ? now : topic;
  }

  boolean isPublicOr(boolean now) {
    return isPublic == null ? now : isPublic;
  }

  boolean isFeaturedOr(boolean now) {
    return featured == null ? now : featured;
  }

  Lessons lessonsOr(Lessons now) {
    return lessons == null ? now : new Lessons(lessons);
  }
}
