package gantry.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Answers 400 to a body that is no JSON, and 422 to JSON of another shape. */
@Singleton
final class UnreadableBodyHandler
    implements ExceptionHandler<CodecException, HttpResponse<Problem>> {
  @Override
  @SuppressWarnings("rawtypes") // The interface has it so.
  public HttpResponse<Problem> handle(HttpRequest request, CodecException unreadable) {
    return misshapen(unreadable)
        .map(shape -> StandardProblem.INVALID_BODY.response(errors(shape)))
        .orElseGet(StandardProblem.MALFORMED_JSON::response);
  }

  private static Optional<SerdeException> misshapen(CodecException unreadable) {
    return Causes.find(unreadable, JsonProcessingException.class).isPresent()
        ? Optional.empty()
        : Causes.find(unreadable, SerdeException.class);
  }

  private static List<FieldError> errors(SerdeException shape) {
    var field = FieldPath.of(shape.getPath());
    return field.isEmpty() ? List.of() : List.of(new FieldError(field, "has the wrong form"));
  }
}
