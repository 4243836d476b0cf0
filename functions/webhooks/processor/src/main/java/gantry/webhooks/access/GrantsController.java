package gantry.webhooks.access;

import static gantry.problem.ProblemResponses.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.http.input.RefusesUnknownFields;
import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.lambda.Identifier;
import gantry.openapi.Answers;
import gantry.webhooks.access.GrantByHand.Given;
import gantry.webhooks.access.GrantByHand.UnknownPlan;
import gantry.webhooks.access.GrantByHand.Wish;
import gantry.webhooks.grants.Grant;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Access that operators give by hand. */
@Controller("/v1/users/{userId}/grants")
@RequiresRole(Role.ADMIN)
class GrantsController {
  private final GrantByHand grants;

  GrantsController(GrantByHand grants) {
    this.grants = grants;
  }

  /** Grants a plan by hand. */
  @Post
  @Idempotent(keep = Idempotent.MONTH)
  @Answers(value = GrantView.class, status = 201, problems = "unknown-plan")
  HttpResponse<?> give(
      @Pattern(regexp = Identifier.FORM) String userId,
      @Valid @Body GrantRequest request,
      Caller caller) {
    return switch (grants.give(request.wish(userId), caller)) {
      case Given(var grant) -> HttpResponse.created(GrantView.of(grant));
      case UnknownPlan _ ->
          problem(HttpStatus.UNPROCESSABLE_ENTITY, "unknown-plan", "There is no such plan");
    };
  }

  /** Takes a grant back. */
  @Delete("/{grantId}")
  @Answers(status = 204)
  HttpResponse<?> revoke(String userId, String grantId, Caller caller) {
    return grants.revoke(userId, grantId, caller)
        ? HttpResponse.noContent()
        : problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing");
  }

  @Serdeable
  @RefusesUnknownFields
  record GrantRequest(
      @Nullable @NotBlank @Size(max = 64) String plan,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable @Pattern(regexp = Identifier.FORM) String tenant,
      @Nullable @NotBlank @Size(max = 500) String reason) {
    Wish wish(String userId) {
      return new Wish(userId, tenant, String.valueOf(plan), from, until, String.valueOf(reason));
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record GrantView(
      String grantId,
      String userId,
      String plan,
      Instant from,
      @Nullable Instant until,
      String source) {
    static GrantView of(Grant grant) {
      return new GrantView(
          grant.grantId(),
          grant.userId(),
          grant.plan(),
          grant.startsAt(),
          grant.until(),
          grant.source());
    }
  }
}
