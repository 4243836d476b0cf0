package gantry.operations.users;

import static gantry.problem.ProblemResponses.problem;

import gantry.audit.Actor;
import gantry.emergency.WorksInEmergency;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.lambda.Identifier;
import gantry.openapi.Answers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For who asks what is kept of them, or wants to be forgotten; their own tenant unless named. */
@Controller("/v1/users/{userId}/data")
@RequiresRole(Role.ADMIN)
@WorksInEmergency
class UserDataController {
  /**
   * Lambda answers with 6 MB at most, in which quotes and what is not ASCII take twice the room.
   */
  private static final int LARGEST = 2_500_000;

  private final ExportUser exportUser;
  private final EraseUser eraseUser;

  UserDataController(ExportUser exportUser, EraseUser eraseUser) {
    this.exportUser = exportUser;
    this.eraseUser = eraseUser;
  }

  /** Returns what every capability keeps of a user, the newest thousand of each kind. */
  @Get(produces = MediaType.APPLICATION_JSON)
  @Answers(value = UserDocument.class, problems = "export-too-large")
  HttpResponse<?> export(
      @Pattern(regexp = Identifier.FORM) String userId,
      @QueryValue @Nullable @Pattern(regexp = Identifier.FORM) String tenant,
      Caller caller) {
    var found = exportUser.export(person(tenant, userId, caller), operator(caller));
    return found.length() > LARGEST
        ? problem(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "export-too-large",
            "What is kept of the user is too much for one answer")
        : HttpResponse.ok(found).header("Content-Disposition", "attachment");
  }

  /**
   * Puts a pseudonym in the place of a user's name: 202 while there is more, 200 when it is done.
   */
  @Delete
  @Answers(
      value = ErasureView.class,
      status = {200, 202},
      problems = "user-erased")
  HttpResponse<?> erase(
      @Pattern(regexp = Identifier.FORM) String userId,
      @QueryValue @Nullable @Pattern(regexp = Identifier.FORM) String tenant,
      Caller caller) {
    if (Erasure.isPseudonym(userId)) {
      return problem(HttpStatus.CONFLICT, "user-erased", "This is the pseudonym of an erased user");
    }
    var progress = eraseUser.erase(person(tenant, userId, caller), operator(caller));
    var view = ErasureView.of(progress);
    return view.complete() ? HttpResponse.ok(view) : HttpResponse.accepted().body(view);
  }

  private static Person person(@Nullable String tenant, String userId, Caller caller) {
    return new Person(tenant == null ? caller.tenant() : tenant, userId);
  }

  private static Actor operator(Caller caller) {
    return new Actor(caller.tenant(), caller.userId());
  }

  /** The shape of the export, which PostgreSQL writes: a member for each capability. */
  @Serdeable
  record UserDocument(
      String tenant,
      String userId,
      Instant exportedAt,
      Map<String, Object> content,
      Map<String, Object> followers,
      Map<String, Object> payments,
      Map<String, Object> tokens,
      Map<String, Object> webhooks) {}

  @Serdeable
  record ErasureView(String pseudonym, boolean complete, Rows rows) {
    static ErasureView of(ErasurePasses.Progress progress) {
      return new ErasureView(progress.pseudonym(), progress.isComplete(), Rows.of(progress.rows()));
    }
  }

  /** In how many rows the name was found. */
  @Serdeable
  record Rows(
      long content, long followers, long payments, long requests, long tokens, long webhooks) {
    static Rows of(Erased erased) {
      return new Rows(
          erased.content(),
          erased.followers(),
          erased.payments(),
          erased.requests(),
          erased.tokens(),
          erased.webhooks());
    }
  }
}
