package gantry.webhooks.overview;

import static gantry.problem.ProblemResponses.problem;

import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.openapi.Answers;
import gantry.problem.FieldError;
import gantry.problem.Problem;
import gantry.webhooks.overview.ViewSubscriptions.Filter;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Subscriptions for operators. */
@Controller("/v1/subscriptions")
@RequiresRole(Role.ADMIN)
class SubscriptionsController {
  private static final int MOST = 200;
  private static final String DEFAULT = "50";

  private final ViewSubscriptions viewSubscriptions;
  private final RebuildSubscriptions rebuildSubscriptions;

  SubscriptionsController(
      ViewSubscriptions viewSubscriptions, RebuildSubscriptions rebuildSubscriptions) {
    this.viewSubscriptions = viewSubscriptions;
    this.rebuildSubscriptions = rebuildSubscriptions;
  }

  /** Lists subscriptions, the latest changed first. */
  @Get
  @Answers(ViewSubscriptions.Page.class)
  HttpResponse<?> list(
      @Nullable @QueryValue String user,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = DEFAULT) int limit) {
    var before =
        cursor == null ? Optional.of(SubscriptionCursor.LAST) : SubscriptionCursor.of(cursor);
    if (before.isEmpty()) {
      return invalid("cursor", "was not made by this list");
    }
    return limit < 1 || limit > MOST
        ? invalid("limit", "must be 1 to " + MOST)
        : HttpResponse.ok(viewSubscriptions.list(new Filter(user, status), before.get(), limit));
  }

  /** Shows a subscription with what was told and paid of it. */
  @Get("/{id}")
  @Answers(ViewSubscriptions.Details.class)
  HttpResponse<?> show(
      String id, @Nullable @QueryValue String provider, @Nullable @QueryValue String mode) {
    return viewSubscriptions
        .find(id, provider, mode)
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing"));
  }

  /** Rebuilds subscriptions from the stored events as far as the time goes. */
  @Post("/rebuild")
  @Answers(RebuildSubscriptions.Progress.class)
  HttpResponse<?> rebuild(@Valid @Body RebuildRequest request, Caller caller) {
    return RebuildCursor.of(request.cursor())
        .<HttpResponse<?>>map(
            after -> HttpResponse.ok(rebuildSubscriptions.rebuild(after, request.why(caller))))
        .orElseGet(() -> invalid("cursor", "was not made by a rebuild"));
  }

  private static HttpResponse<Problem> invalid(String field, String complaint) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "invalid-parameter",
        "A parameter is not valid",
        List.of(new FieldError(field, complaint)));
  }

  @Serdeable
  record RebuildRequest(
      @Nullable @NotBlank @Size(max = 500) String reason, @Nullable String cursor) {
    RebuildSubscriptions.Order why(Caller caller) {
      return new RebuildSubscriptions.Order(caller, String.valueOf(reason));
    }
  }
}
