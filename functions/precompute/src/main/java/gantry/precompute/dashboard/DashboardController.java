package gantry.precompute.dashboard;

import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.precompute.PageController;
import gantry.precompute.ReadOwnView;
import gantry.precompute.Subject;
import gantry.precompute.View;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The page of one's own. */
@Controller("/v1/me/dashboard")
class DashboardController extends PageController {
  /** Whoever writes reads it next. */
  private static final String CACHING = "private, no-cache";

  private final ReadOwnView readView;
  private final View dashboard;

  DashboardController(ReadOwnView readView, @Named("dashboard") View dashboard) {
    this.readView = readView;
    this.dashboard = dashboard;
  }

  /** Shows the caller's page, with own writes at once; with its ETag, 304 when nothing changed. */
  @Get(produces = MediaType.APPLICATION_JSON)
  @Answers(status = {200, 304})
  HttpResponse<String> show(
      Caller caller, @Header(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
    var subject = new Subject(caller.tenant(), caller.userId());
    return answer(readView.read(dashboard, subject), known, CACHING);
  }
}
