package gantry.precompute.content;

import gantry.http.input.RefusesUnknownFields;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One step of a roadmap. */
@Serdeable
@RefusesUnknownFields
record Lesson(
    @NotBlank @Size(max = 200) @Nullable String title,
    @Size(max = 5000) @Nullable String content) {}
