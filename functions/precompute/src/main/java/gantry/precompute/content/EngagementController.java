package gantry.precompute.content;

import static gantry.problem.ProblemResponses.problem;

import gantry.http.input.RefusesUnknownFields;
import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.precompute.content.EngageWithRoadmap.Outcome;
import gantry.problem.StandardProblem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.function.BiFunction;

/** What people do with a roadmap that they see. */
@Controller("/v1/roadmaps/{id}")
class EngagementController {
  private final EngageWithRoadmap engage;
  private final CloneRoadmap cloneRoadmap;
  private final LearnRoadmap learnRoadmap;

  EngagementController(
      EngageWithRoadmap engage, CloneRoadmap cloneRoadmap, LearnRoadmap learnRoadmap) {
    this.engage = engage;
    this.cloneRoadmap = cloneRoadmap;
    this.learnRoadmap = learnRoadmap;
  }

  /** Counts a view, one of each user and day. */
  @Post("/views")
  @Answers(status = 204)
  HttpResponse<?> view(String id, Caller caller) {
    return answer(id, caller, engage::view);
  }

  /** Copies a roadmap for the caller. */
  @Post("/clones")
  @Idempotent
  @Answers(value = RoadmapView.class, status = 201)
  HttpResponse<?> copy(String id, Caller caller) {
    return RoadmapId.of(id)
        .flatMap(roadmap -> cloneRoadmap.clone(Person.of(caller), roadmap))
        .<HttpResponse<?>>map(RoadmapsController::created)
        .orElseGet(StandardProblem.NOT_FOUND::response);
  }

  /** Rates a roadmap; a later rating replaces an earlier one. */
  @Put("/rating")
  @Answers(status = 204, problems = "own-roadmap")
  HttpResponse<?> rate(String id, @Valid @Body Rating rating, Caller caller) {
    return answer(id, caller, (person, roadmap) -> engage.rate(person, roadmap, rating.stars()));
  }

  /** Remembers how many lessons the caller has completed. */
  @Put("/progress")
  @Answers(status = 204)
  HttpResponse<?> learn(String id, @Valid @Body Progress progress, Caller caller) {
    return RoadmapId.of(id)
            .filter(roadmap ->
                learnRoadmap.learn(Person.of(caller), roadmap, progress.completedLessons()))
            .isPresent()
        ? HttpResponse.noContent()
        : StandardProblem.NOT_FOUND.response();
  }

  private static HttpResponse<?> answer(
      String id, Caller caller, BiFunction<Person, RoadmapId, Outcome> action) {
    var outcome = RoadmapId.of(id).map(roadmap -> action.apply(Person.of(caller), roadmap));
    return switch (outcome.orElseGet(Outcome.NotFound::new)) {
      case Outcome.Done _ -> HttpResponse.noContent();
      case Outcome.NotFound _ -> StandardProblem.NOT_FOUND.response();
      case Outcome.OwnRoadmap _ ->
          problem(HttpStatus.CONFLICT, "own-roadmap", "Nobody rates a roadmap of their own");
    };
  }

  @Serdeable
  @RefusesUnknownFields
  record Rating(@Min(1) @Max(5) int stars) {}

  /** The least is 1: nothing completed is what there is without any. */
  @Serdeable
  @RefusesUnknownFields
  record Progress(@Min(1) @Max(200) int completedLessons) {}
}
