package gantry.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever has no handler of its own: 503 when something is out of reach, else 500. */
@Singleton
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<Problem>> {
  private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  private final List<Unavailability> unavailabilities;

  FailureHandler(List<Unavailability> unavailabilities) {
    this.unavailabilities = unavailabilities;
  }

  @Override
  @SuppressWarnings("rawtypes") // The interface has it so.
  public HttpResponse<Problem> handle(HttpRequest request, Throwable failure) {
    return isUnavailability(failure) ? unavailable(failure) : broken(failure);
  }

  private static HttpResponse<Problem> unavailable(Throwable failure) {
    LOG.warn("Answered 503: something cannot be reached", failure);
    return StandardProblem.SERVICE_UNAVAILABLE
        .response()
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
  }

  private static HttpResponse<Problem> broken(Throwable failure) {
    LOG.error("Answered 500", failure);
    return StandardProblem.INTERNAL_ERROR.response();
  }

  private boolean isUnavailability(Throwable failure) {
    return Causes.of(failure)
        .anyMatch(cause -> unavailabilities.stream().anyMatch(each -> each.isToldBy(cause)));
  }
}
