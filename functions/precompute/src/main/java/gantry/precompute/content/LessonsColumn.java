package gantry.precompute.content;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Keeps lessons as JSON. */
@Singleton
final class LessonsColumn implements AttributeConverter<Lessons, String> {
  private final JsonMapper json;

  LessonsColumn(JsonMapper json) {
    this.json = json;
  }

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable Lessons lessons, ConversionContext context) {
    try {
      return lessons == null ? null : json.writeValueAsString(lessons.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable Lessons convertToEntityValue(@Nullable String text, ConversionContext context) {
    try {
      return text == null ? null : new Lessons(json.readValue(text, Argument.listOf(Lesson.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
