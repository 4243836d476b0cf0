package gantry.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problem documents as HTTP responses, for controllers to import statically. */
public final class ProblemResponses {
  private ProblemResponses() {}

  /** A problem that its slug and title tell in full. */
  public static MutableHttpResponse<Problem> problem(HttpStatus status, String slug, String title) {
    return response(status, slug, title, null, List.of());
  }

  /** A problem with a sentence about this occurrence. */
  public static MutableHttpResponse<Problem> problem(
      HttpStatus status, String slug, String title, String detail) {
    return response(status, slug, title, detail, List.of());
  }

  /** A problem with the fields that caused it. */
  public static MutableHttpResponse<Problem> problem(
      HttpStatus status, String slug, String title, List<FieldError> errors) {
    return response(status, slug, title, null, errors);
  }

  private static MutableHttpResponse<Problem> response(
      HttpStatus status,
      String slug,
      String title,
      @Nullable String detail,
      List<FieldError> errors) {
    return HttpResponse.<Problem>status(status)
        .contentType(Problem.MEDIA_TYPE)
        .body(new Problem(slug, title, status.getCode(), detail, errors));
  }
}
