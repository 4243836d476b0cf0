package gantry.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Answers a parameter that breaks its constraints with 400 and a body that does with 422. */
@Singleton
@Replaces(ConstraintExceptionHandler.class)
final class InvalidRequestHandler
    implements ExceptionHandler<ConstraintViolationException, HttpResponse<Problem>> {
  @Override
  @SuppressWarnings("rawtypes") // The interface has it so.
  public HttpResponse<Problem> handle(HttpRequest request, ConstraintViolationException invalid) {
    var violations = invalid.getConstraintViolations();
    var isInBody = violations.stream().anyMatch(each -> fields(each).size() > 1);
    var problem = isInBody ? StandardProblem.INVALID_BODY : StandardProblem.INVALID_PARAMETER;
    return problem.response(
        violations.stream()
            .map(InvalidRequestHandler::error)
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .toList());
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    var fields = fields(violation);
    // The first is the name of the method's argument, which a caller knows only if it is all.
    var known = fields.size() > 1 ? fields.subList(1, fields.size()) : fields;
    return new FieldError(String.join(".", known), violation.getMessage());
  }

  private static List<String> fields(ConstraintViolation<?> violation) {
    var fields = new ArrayList<String>();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() != ElementKind.METHOD) {
        fields.add(node.toString());
      }
    }
    return fields;
  }
}
