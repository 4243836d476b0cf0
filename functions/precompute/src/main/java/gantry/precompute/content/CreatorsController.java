package gantry.precompute.content;

import static gantry.problem.ProblemResponses.problem;

import gantry.http.input.RefusesUnknownFields;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.precompute.content.FollowCreator.Outcome;
import gantry.problem.StandardProblem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who makes roadmaps, and who follows them. */
@Controller("/v1")
class CreatorsController {
  private final FollowCreator followCreator;
  private final ChangeProfile changeProfile;

  CreatorsController(FollowCreator followCreator, ChangeProfile changeProfile) {
    this.followCreator = followCreator;
    this.changeProfile = changeProfile;
  }

  /** Follows a creator. */
  @Put("/creators/{id}/follow")
  @Answers(status = 204, problems = "own-profile")
  HttpResponse<?> follow(String id, Caller caller) {
    return switch (followCreator.follow(Person.of(caller), id)) {
      case Outcome.Done _ -> HttpResponse.noContent();
      case Outcome.NotFound _ -> StandardProblem.NOT_FOUND.response();
      case Outcome.OwnProfile _ ->
          problem(HttpStatus.CONFLICT, "own-profile", "Nobody follows themselves");
    };
  }

  /** Follows a creator no longer. */
  @Delete("/creators/{id}/follow")
  @Answers(status = 204)
  HttpResponse<?> unfollow(String id, Caller caller) {
    followCreator.unfollow(Person.of(caller), id);
    return HttpResponse.noContent();
  }

  /** Changes what others see of the caller. */
  @Patch("/me/profile")
  Creator change(@Valid @Body Profile profile, Caller caller) {
    return changeProfile.change(Person.of(caller), profile.name(), profile.bio());
  }

  @Serdeable
  @RefusesUnknownFields
  record Profile(@Size(max = 100) @Nullable String name, @Size(max = 2000) @Nullable String bio) {}
}
