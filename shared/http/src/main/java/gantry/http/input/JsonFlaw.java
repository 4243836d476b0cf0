package gantry.http.input;

import gantry.problem.Problem;
import gantry.problem.StandardProblem;
import io.micronaut.http.HttpResponse;

/** Why a body is not taken for JSON. */
enum JsonFlaw {
  /** Bytes that are not UTF-8. */
  NOT_UTF8(StandardProblem.MALFORMED_JSON, "The body is not UTF-8"),
  /** No JSON, a name twice in an object, or more behind the value. */
  NOT_JSON(
      StandardProblem.MALFORMED_JSON,
      "The body has to be one JSON value with each name once per object"),
  /** PostgreSQL keeps no U+0000, and half a surrogate pair has no UTF-8. */
  UNSTORABLE_TEXT(StandardProblem.INVALID_BODY, "A text holds U+0000 or half of a surrogate pair"),
  /** Beyond {@link JsonBounds}. */
  TOO_COMPLEX(
      StandardProblem.JSON_TOO_COMPLEX,
      "At most 32 levels, 10000 items in an array, 1000 names in an object, 100000 values in all;"
          + " 65536 characters in a text, 256 in a name, 100 in a number");

  private final StandardProblem problem;
  private final String detail;

  JsonFlaw(StandardProblem problem, String detail) {
    this.problem = problem;
    this.detail = detail;
  }

  HttpResponse<Problem> response() {
    return problem.response(detail);
  }
}
