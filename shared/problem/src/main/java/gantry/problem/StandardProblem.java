package gantry.problem;

import static gantry.problem.ProblemResponses.problem;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;
import java.util.List;

/** The problems that every function answers alike. */
public enum StandardProblem {
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be understood"),
  MALFORMED_JSON(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not well-formed JSON"),
  JSON_TOO_COMPLEX(
      HttpStatus.BAD_REQUEST, "json-too-complex", "The body is deeper, wider or longer than taken"),
  INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter is not valid"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "The caller may not do this"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "There is no such thing"),
  NO_SUCH_ROUTE(HttpStatus.NOT_FOUND, "no-such-route", "There is no such route"),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "The route has no such method"),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "None of the accepted media types is offered"),
  BODY_TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "body-too-large", "The body is too large"),
  URI_TOO_LONG(HttpStatus.REQUEST_URI_TOO_LONG, "uri-too-long", "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "unsupported-media-type",
      "The body's media type is not supported"),
  INVALID_BODY(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-body", "The body is not valid"),
  INTERNAL_ERROR(
      HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side"),
  SERVICE_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "Please try again in a moment");

  private final HttpStatus status;
  private final String slug;
  private final String title;

  StandardProblem(HttpStatus status, String slug, String title) {
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  /** The first listed for the status; else the general one of its class. */
  static StandardProblem of(HttpStatus status) {
    return Arrays.stream(values())
        .filter(standard -> standard.status == status)
        .findFirst()
        .orElse(status.getCode() < 500 ? BAD_REQUEST : INTERNAL_ERROR);
  }

  /** As it is. */
  public MutableHttpResponse<Problem> response() {
    return problem(status, slug, title);
  }

  /** With a sentence about this occurrence. */
  public MutableHttpResponse<Problem> response(String detail) {
    return problem(status, slug, title, detail);
  }

  /** With the fields that caused it. */
  public MutableHttpResponse<Problem> response(List<FieldError> errors) {
    return problem(status, slug, title, errors);
  }

  Problem document(HttpStatus answered, List<FieldError> errors) {
    return new Problem(slug, title, answered.getCode(), null, errors);
  }
}
