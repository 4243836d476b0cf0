package gantry.precompute.discover;

import gantry.identity.Caller;
import gantry.precompute.ReadView;
import gantry.precompute.View;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import jakarta.inject.Named;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The page that everybody sees first. */
@Controller("/v1/discover")
class DiscoverController {
  /** With the two seconds of each process this is the five that a removal may take. */
  private static final String CACHING = "private, max-age=1, stale-while-revalidate=2";

  private final ReadView readView;
  private final View discover;

  DiscoverController(ReadView readView, @Named("discover") View discover) {
    this.readView = readView;
    this.discover = discover;
  }

  @Get(produces = MediaType.APPLICATION_JSON)
  HttpResponse<String> show(
      Caller caller, @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    var page = readView.read(discover, caller.tenant());
    var tag = "W/\"" + page.tag() + "\"";
    var answer =
        isKnown(known, tag) ? HttpResponse.<String>notModified() : HttpResponse.ok(page.json());
    return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, CACHING);
  }

  /** Compared weakly, as RFC 9110 has it. */
  private static boolean isKnown(@Nullable String known, String tag) {
    return known != null
        && Arrays.stream(known.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || tag.equals("W/" + one.replaceFirst("^W/", "")));
  }
}
