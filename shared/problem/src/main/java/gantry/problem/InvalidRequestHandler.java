package gantry.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;

/** Answers a parameter that breaks its constraints with 400 and a body that does with 422. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
final class InvalidRequestHandler
    implements ExceptionHandler<ConstraintViolationException, HttpResponse<Problem>> {
  @Override
  @SuppressWarnings("rawtypes") // The interface has it so.
  public HttpResponse<Problem> handle(HttpRequest request, ConstraintViolationException invalid) {
    var violations = invalid.getConstraintViolations();
    var isInBody = violations.stream().anyMatch(each -> names(each).length > 2);
    var problem = isInBody ? StandardProblem.INVALID_BODY : StandardProblem.INVALID_PARAMETER;
    return problem.response(
        violations.stream()
            .map(InvalidRequestHandler::error)
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .toList());
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    var names = names(violation);
    return new FieldError(names[names.length - 1], violation.getMessage());
  }

  /** The method, its argument and, when that is a body, the path inside it. */
  private static String[] names(ConstraintViolation<?> violation) {
    return violation.getPropertyPath().toString().split("\\.", 3);
  }
}
