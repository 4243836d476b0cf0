package gantry.fakefollowers;

import static gantry.problem.ProblemResponses.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.fakefollowers.batch.FollowerBody;
import gantry.fakefollowers.batch.Followers;
import gantry.fakefollowers.batch.Malformed;
import gantry.fakefollowers.batch.ScoreFollowers;
import gantry.fakefollowers.batch.ScoredFollower;
import gantry.fakefollowers.classic.ClassicFields;
import gantry.fakefollowers.model.FollowerScore;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.problem.FieldError;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Scores a few followers at once, without an audit. */
@Controller("/v1/followers")
class FollowerScoresController {
  private static final int MOST_FOLLOWERS = 500;

  private final ScoreFollowers scoreFollowers;

  FollowerScoresController(ScoreFollowers scoreFollowers) {
    this.scoreFollowers = scoreFollowers;
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Results(List<Result> results) {
    Results {
      results = List.copyOf(results);
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Result(String handle, String fullName, ClassicFields classic, FollowerScore v2) {
    static Result of(ScoredFollower scored) {
      return new Result(scored.handle(), scored.fullName(), scored.classic(), scored.v2());
    }
  }

  /** Scores up to 500 followers at once and keeps nothing. */
  @Post(uri = "/score", consumes = MediaType.ALL)
  @Answers(Results.class)
  HttpResponse<?> score(HttpRequest<?> request, @Body byte[] body, Caller caller) {
    var type = request.getContentType().map(MediaType::toString).orElse("");
    return FollowerBody.read(body, type)
        .<HttpResponse<?>>map(document -> score(document.followers()))
        .orElseGet(
            () -> problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not readable"));
  }

  private HttpResponse<?> score(Followers followers) {
    if (followers.size() > MOST_FOLLOWERS) {
      return invalid(List.of(new FieldError("followers", "must be at most " + MOST_FOLLOWERS)));
    }
    if (!followers.malformed().isEmpty()) {
      return invalid(followers.malformed().stream().map(FollowerScoresController::error).toList());
    }
    var scored = scoreFollowers.score(followers.wellFormed());
    return HttpResponse.ok(new Results(scored.stream().map(Result::of).toList()));
  }

  private static HttpResponse<?> invalid(List<FieldError> errors) {
    return problem(
        HttpStatus.UNPROCESSABLE_ENTITY, "invalid-body", "The body is not valid", errors);
  }

  private static FieldError error(Malformed item) {
    return new FieldError("followers[" + item.index() + "]", item.reason());
  }
}
