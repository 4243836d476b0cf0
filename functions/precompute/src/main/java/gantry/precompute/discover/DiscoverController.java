package gantry.precompute.discover;

import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.precompute.PageController;
import gantry.precompute.ReadView;
import gantry.precompute.View;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The page that everybody sees first. */
@Controller("/v1/discover")
class DiscoverController extends PageController {
  /** With the two seconds of each process this is the five that a removal may take. */
  private static final String CACHING = "private, max-age=1, stale-while-revalidate=2";

  private final ReadView readView;
  private final View discover;

  DiscoverController(ReadView readView, @Named("discover") View discover) {
    this.readView = readView;
    this.discover = discover;
  }

  /** Shows the page built ahead; with its ETag, 304 when nothing changed. */
  @Get(produces = MediaType.APPLICATION_JSON)
  @Answers(status = {200, 304})
  HttpResponse<String> show(
      Caller caller, @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    return answer(readView.read(discover, caller.tenant()), known, CACHING);
  }
}
