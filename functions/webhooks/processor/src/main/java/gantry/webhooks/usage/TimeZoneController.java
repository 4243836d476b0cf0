package gantry.webhooks.usage;

import static gantry.problem.ProblemResponses.problem;

import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.lambda.Identifier;
import gantry.openapi.Answers;
import gantry.webhooks.grants.Access.User;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where a user's day begins. */
@Controller("/v1/users/{userId}/time-zone")
@RequiresRole({Role.SERVICE, Role.ADMIN})
class TimeZoneController {
  private final UserDays days;

  TimeZoneController(UserDays days) {
    this.days = days;
  }

  /** Says in which time zone a user's days begin. */
  @Put
  @Answers(status = 204, problems = "unknown-time-zone")
  HttpResponse<?> move(
      @Pattern(regexp = Identifier.FORM) String userId, @Valid @Body Move request, Caller caller) {
    return days.move(new User(caller.tenant(), userId), String.valueOf(request.timeZone()))
        ? HttpResponse.noContent()
        : problem(
            HttpStatus.UNPROCESSABLE_ENTITY, "unknown-time-zone", "There is no such time zone");
  }

  @Serdeable
  record Move(@Nullable @NotBlank @Size(max = 64) String timeZone) {}
}
