package gantry.precompute.content;

import static gantry.problem.ProblemResponses.problem;

import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.precompute.content.ChangeRoadmap.Outcome;
import gantry.precompute.content.FindRoadmaps.Wish;
import gantry.problem.FieldError;
import gantry.problem.StandardProblem;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Roadmaps: own ones to write, public ones to find. */
@Controller("/v1/roadmaps")
class RoadmapsController {
  private final CreateRoadmap createRoadmap;
  private final ChangeRoadmap changeRoadmap;
  private final DeleteRoadmap deleteRoadmap;
  private final FindRoadmaps findRoadmaps;

  RoadmapsController(
      CreateRoadmap createRoadmap,
      ChangeRoadmap changeRoadmap,
      DeleteRoadmap deleteRoadmap,
      FindRoadmaps findRoadmaps) {
    this.createRoadmap = createRoadmap;
    this.changeRoadmap = changeRoadmap;
    this.deleteRoadmap = deleteRoadmap;
    this.findRoadmaps = findRoadmaps;
  }

  /** Keeps a new roadmap of the caller. */
  @Post
  @Idempotent
  @Answers(value = RoadmapView.class, status = 201)
  HttpResponse<?> create(@Valid @Body NewRoadmap roadmap, Caller caller) {
    return created(createRoadmap.create(Person.of(caller), roadmap.content()));
  }

  /** Finds public roadmaps: the most relevant first with words, the newest first without. */
  @Get
  @Answers(RoadmapPage.class)
  HttpResponse<?> list(@RequestBean Search search, Caller caller) {
    var errors = search.errors();
    if (!errors.isEmpty()) {
      return StandardProblem.INVALID_PARAMETER.response(errors);
    }
    var found =
        findRoadmaps.search(
            Person.of(caller), search.wish(), search.after().orElseThrow(), search.size() + 1);
    return HttpResponse.ok(RoadmapPage.of(found, search.size()));
  }

  /** Shows a roadmap. */
  @Get("/{id}")
  @Answers(RoadmapView.class)
  HttpResponse<?> show(String id, Caller caller) {
    return RoadmapId.of(id)
        .flatMap(roadmap -> findRoadmaps.find(Person.of(caller), roadmap))
        .<HttpResponse<?>>map(roadmap -> HttpResponse.ok(RoadmapView.of(roadmap)))
        .orElseGet(StandardProblem.NOT_FOUND::response);
  }

  /** Changes what the body names of a roadmap. */
  @Patch("/{id}")
  @Answers(value = RoadmapView.class, problems = "not-public")
  HttpResponse<?> change(String id, @Valid @Body RoadmapChange change, Caller caller) {
    return RoadmapId.of(id)
        .map(roadmap -> changeRoadmap.change(Person.of(caller), roadmap, change))
        .<HttpResponse<?>>map(RoadmapsController::answer)
        .orElseGet(StandardProblem.NOT_FOUND::response);
  }

  /** Deletes a roadmap. */
  @Delete("/{id}")
  @Answers(status = 204)
  HttpResponse<?> delete(String id, Caller caller) {
    return RoadmapId.of(id)
            .filter(roadmap -> deleteRoadmap.delete(Person.of(caller), roadmap))
            .isPresent()
        ? HttpResponse.noContent()
        : StandardProblem.NOT_FOUND.response();
  }

  static HttpResponse<?> created(Roadmap roadmap) {
    return HttpResponse.created(
        RoadmapView.of(roadmap), URI.create("/v1/roadmaps/" + roadmap.id()));
  }

  private static HttpResponse<?> answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed(var roadmap) -> HttpResponse.ok(RoadmapView.of(roadmap));
      case Outcome.NotFound _ -> StandardProblem.NOT_FOUND.response();
      case Outcome.MayNotFeature _ -> StandardProblem.FORBIDDEN.response();
      case Outcome.NotPublic _ ->
          problem(HttpStatus.CONFLICT, "not-public", "Only a public roadmap can be featured");
    };
  }

  /** What a request for the list asks for. */
  @Introspected
  record Search(
      @QueryValue @Nullable String q,
      @QueryValue @Nullable String topic,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit) {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_TEXT = 200;

    List<FieldError> errors() {
      var errors = new ArrayList<FieldError>();
      if (size() < 1 || size() > MAX_LIMIT) {
        errors.add(new FieldError("limit", "must be 1 to " + MAX_LIMIT));
      }
      if (after().isEmpty()) {
        errors.add(new FieldError("cursor", "was not made by this list"));
      }
      if (q != null && q.length() > MAX_TEXT) {
        errors.add(new FieldError("q", "must be at most " + MAX_TEXT + " characters"));
      }
      return errors;
    }

    Wish wish() {
      return new Wish(q == null || q.isBlank() ? null : q, topic);
    }

    int size() {
      return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** Empty when the cursor is none. */
    Optional<Place> after() {
      return cursor == null ? Optional.of(Place.FIRST) : Place.of(cursor);
    }
  }
}
