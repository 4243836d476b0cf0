package gantry.problem;

import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words every error of the framework as a problem. What an exception says stays inside: it may hold
 * class names, SQL or what a caller sent.
 */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Problem> {
  @Override
  @SuppressWarnings("unchecked") // HEAD has no body, of whatever type.
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> answer) {
    if (context.getRequest().getMethod() == HttpMethod.HEAD) {
      return (MutableHttpResponse<Problem>) answer;
    }
    var cause = context.getRootCause().orElse(null);
    var problem = standard(cause, answer).document(answer.status(), errors(cause));
    return answer.contentType(Problem.MEDIA_TYPE).body(problem);
  }

  private static StandardProblem standard(
      @Nullable Throwable cause, MutableHttpResponse<?> answer) {
    return switch (cause) {
      case JsonSyntaxException _ -> StandardProblem.MALFORMED_JSON;
      case NotFoundException _ -> StandardProblem.NO_SUCH_ROUTE;
      case UnsatisfiedArgumentException _,
          UnsatisfiedRouteException _,
          ConversionErrorException _ ->
          StandardProblem.INVALID_PARAMETER;
      case null, default -> StandardProblem.of(answer.status());
    };
  }

  private static List<FieldError> errors(@Nullable Throwable cause) {
    return switch (cause) {
      case UnsatisfiedArgumentException missing -> missing(missing.getArgument().getName());
      case UnsatisfiedRouteException missing -> missing(missing.getArgument().getName());
      case ConversionErrorException odd ->
          List.of(new FieldError(odd.getArgument().getName(), "has the wrong form"));
      case null, default -> List.of();
    };
  }

  private static List<FieldError> missing(String name) {
    return List.of(new FieldError(name, "is missing"));
  }
}
