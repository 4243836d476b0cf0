package gantry.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a body that cannot be read. */
@Singleton
final class UnreadableBodyHandler
    implements ExceptionHandler<CodecException, HttpResponse<Problem>> {
  @Override
  @SuppressWarnings("rawtypes") // The interface has it so.
  public HttpResponse<Problem> handle(HttpRequest request, CodecException unreadable) {
    return StandardProblem.MALFORMED_JSON.response();
  }
}
