package gantry.precompute.discover;

import static gantry.problem.ProblemResponses.problem;

import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.openapi.Answers;
import gantry.precompute.Build;
import gantry.precompute.BuildView;
import gantry.precompute.ShowViews;
import gantry.precompute.View;
import gantry.problem.StandardProblem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/** How the views are, and a build on demand. */
@Controller("/v1/precompute/views")
@RequiresRole(Role.ADMIN)
class ViewsController {
  private final ShowViews showViews;
  private final BuildView buildView;
  private final List<View> views;

  ViewsController(ShowViews showViews, BuildView buildView, List<View> views) {
    this.showViews = showViews;
    this.buildView = buildView;
    this.views = List.copyOf(views);
  }

  /** Lists the pages that are built ahead, with their age and hits. */
  @Get
  Views list() {
    return new Views(showViews.all());
  }

  /** Building twice is building once: safe to repeat without a key. */
  @Post("/{name}/builds")
  @Answers(value = Built.class, problems = "build-running")
  HttpResponse<?> build(String name) {
    return named(name)
        .<HttpResponse<?>>map(this::build)
        .orElseGet(StandardProblem.NOT_FOUND::response);
  }

  private HttpResponse<?> build(View view) {
    return switch (buildView.build(view)) {
      case Build.Done(var built, var refused) -> HttpResponse.ok(new Built(built, refused));
      case Build.Busy _, Build.NotDue _ ->
          problem(HttpStatus.CONFLICT, "build-running", "The view is being built")
              .header(HttpHeaders.RETRY_AFTER, "5");
    };
  }

  private Optional<View> named(String name) {
    return views.stream()
        .filter(View::isBuiltAhead)
        .filter(view -> view.name().equals(name))
        .findFirst();
  }

  @Serdeable
  record Views(List<ShowViews.Shown> items) {}

  @Serdeable
  record Built(int built, int refused) {}
}
