package gantry.precompute;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a view's controller extends. */
public abstract class PageController {

  /**
   * A page, unless the caller has it already.
   *
   * @param known the request's {@code If-None-Match}
   * @param caching the answer's {@code Cache-Control}
   */
  protected static HttpResponse<String> answer(
      Reading page, @Nullable String known, String caching) {
    var tag = "W/\"" + page.tag() + "\"";
    var answer =
        isKnown(known, tag) ? HttpResponse.<String>notModified() : HttpResponse.ok(page.json());
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, caching);
  }

  /** Compared weakly, as RFC 9110 has it. */
  private static boolean isKnown(@Nullable String known, String tag) {
    return known != null
        && Arrays.stream(known.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || tag.equals("W/" + one.replaceFirst("^W/", "")));
  }
}
