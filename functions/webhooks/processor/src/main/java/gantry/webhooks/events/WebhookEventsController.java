package gantry.webhooks.events;

import static gantry.problem.ProblemResponses.problem;

import gantry.audit.Actor;
import gantry.deferral.Deferral;
import gantry.emergency.WorksWithoutDatabase;
import gantry.idempotency.Effect;
import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.openapi.Answers;
import gantry.postgres.ReadingResponses;
import gantry.postgres.TimeCursor;
import gantry.problem.Problem;
import gantry.webhooks.events.ReplayEvents.Answer.BodyRetired;
import gantry.webhooks.events.ReplayEvents.Answer.Ordered;
import gantry.webhooks.events.ReplayEvents.Answer.Unknown;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The operator's view of stored events. */
@Controller("/v1/webhook-events")
@RequiresRole(Role.ADMIN)
class WebhookEventsController {
  private static final int MAX_LIMIT = 200;
  private static final int DEFAULT_LIMIT = 50;

  private final ViewEvents viewEvents;
  private final ReplayEvents replayEvents;

  WebhookEventsController(ViewEvents viewEvents, ReplayEvents replayEvents) {
    this.viewEvents = viewEvents;
    this.replayEvents = replayEvents;
  }

  /** Lists stored events, the newest first. */
  @Get
  @Answers(EventPage.class)
  HttpResponse<?> list(HttpRequest<?> request) {
    var query = new EventQuery(name -> request.getParameters().get(name));
    var filter = query.filter();
    var before = query.cursor(TimeCursor.LAST);
    var limit = query.limit(MAX_LIMIT, DEFAULT_LIMIT);
    return query.errors().isEmpty()
        ? ReadingResponses.ok(viewEvents.list(filter, before, limit))
        : problem(
            HttpStatus.BAD_REQUEST,
            "invalid-parameter",
            "A parameter is not valid",
            query.errors());
  }

  /** Shows an event with its headers and what it did. */
  @Get("/{id}")
  @Answers(EventDetails.class)
  HttpResponse<?> show(String id) {
    return found(eventId(id).flatMap(viewEvents::find).map(HttpResponse::ok));
  }

  /**
   * Returns the bytes that the provider signed. For no browser to show: nobody knows what they are.
   */
  @Get(value = "/{id}/body", produces = MediaType.APPLICATION_OCTET_STREAM)
  @Answers(
      value = String.class,
      types = MediaType.APPLICATION_OCTET_STREAM,
      problems = "body-retired")
  HttpResponse<?> body(String id) {
    return found(eventId(id).flatMap(viewEvents::body).map(WebhookEventsController::attachment));
  }

  private static HttpResponse<?> attachment(EventBody body) {
    return body.isRetired()
        ? problem(HttpStatus.GONE, "body-retired", "The event's body is kept no longer")
        : HttpResponse.ok(body.body().bytes()).header("Content-Disposition", "attachment");
  }

  /** Applies an event again; what is applied by then is skipped: safe to repeat. */
  @Post("/{id}/replay")
  @WorksWithoutDatabase
  @Idempotent(effect = Effect.ELSEWHERE)
  @Answers(value = Replay.class, status = 202, problems = "not-replayable")
  HttpResponse<?> replay(String id, @Valid @Body ReplayRequest request, Caller caller) {
    var order = order(request, caller, Map.of("id", id));
    return found(eventId(id).map(event -> answer(replayEvents.one(event, order))));
  }

  /** Applies the events of a filter again, a part at a time. */
  @Post("/replay")
  @Idempotent(effect = Effect.ELSEWHERE)
  @Answers(value = Replay.class, status = 202)
  HttpResponse<?> replayMany(@Valid @Body ReplayRequest request, Caller caller) {
    var texts = request.filter();
    var query = new EventQuery(texts::get);
    var filter = query.filter();
    var after = query.cursor(TimeCursor.FIRST);
    return query.errors().isEmpty()
        ? accepted(replayEvents.many(filter, after, order(request, caller, texts)))
        : problem(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "invalid-body",
            "The body is not valid",
            query.errors());
  }

  private static ReplayOrder order(
      ReplayRequest request, Caller caller, Map<String, String> filter) {
    var reason = request.reason() == null ? "" : request.reason();
    var actor = new Actor(caller.tenant(), caller.userId());
    return new ReplayOrder(actor, reason, filter, Boolean.TRUE.equals(request.dryRun()));
  }

  private static HttpResponse<?> answer(Deferral<ReplayEvents.Answer> answer) {
    return switch (answer) {
      case Deferral.Done<ReplayEvents.Answer>(var done) -> answer(done);
      case Deferral.Deferred<ReplayEvents.Answer>(var id) ->
          HttpResponse.accepted().body(new DeferredView(id));
    };
  }

  private static HttpResponse<?> answer(ReplayEvents.Answer answer) {
    return switch (answer) {
      case Ordered(var replay) -> accepted(replay);
      case BodyRetired _ ->
          problem(HttpStatus.CONFLICT, "not-replayable", "The event's body is kept no longer");
      case Unknown _ -> notFound();
    };
  }

  private static HttpResponse<Replay> accepted(Replay replay) {
    return HttpResponse.<Replay>accepted().body(replay);
  }

  /** An id that is none is the id of nothing. */
  private static Optional<UUID> eventId(String id) {
    try {
      return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equalsIgnoreCase(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static HttpResponse<?> found(Optional<? extends HttpResponse<?>> response) {
    return response.isPresent() ? response.get() : notFound();
  }

  private static HttpResponse<Problem> notFound() {
    return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing");
  }
}
