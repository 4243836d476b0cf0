package gantry.problem;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem document. Its type is a stable slug, documented by the capability that
 * answers it; its title is the same for each occurrence.
 */
@Serdeable
public record Problem(
    String type, String title, int status, @Nullable String detail, List<FieldError> errors) {
  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }
}
