package gantry.precompute.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import gantry.http.input.RefusesUnknownFields;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A roadmap to be; private unless it says otherwise. */
@Serdeable
@RefusesUnknownFields
record NewRoadmap(
    @NotBlank @Size(max = 200) @Nullable String title,
    @Size(max = 5000) @Nullable String description,
    @NotBlank @Size(max = 80) @Nullable String topic,
    @JsonProperty("public") @Nullable Boolean isPublic,
    @Valid @Size(max = 200) @Nullable List<Lesson> lessons) {
  Roadmap.Content content() {
    return new Roadmap.Content(
        Objects.requireNonNull(title),
        description == null ? "" : description,
        Objects.requireNonNull(topic),
        Boolean.TRUE.equals(isPublic),
        new Lessons(lessons == null ? List.of() : lessons),
        null);
  }
}
