package gantry.postgres;

import gantry.postgres.Reading.Current;
import gantry.postgres.Reading.Stale;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** Readings as HTTP responses that say so when they are old. */
public final class ReadingResponses {
  /** {@code stale;age=12}: from a replica that may lack the last twelve seconds. */
  public static final String DEGRADED = "X-Degraded";

  private ReadingResponses() {}

  /** 200 with what was read. */
  public static <T> MutableHttpResponse<T> ok(Reading<T> reading) {
    return switch (reading) {
      case Current<T>(var value) -> HttpResponse.ok(value);
      case Stale<T>(var value, var age) ->
          HttpResponse.ok(value).header(DEGRADED, "stale;age=" + age.plusMillis(999).toSeconds());
    };
  }
}
