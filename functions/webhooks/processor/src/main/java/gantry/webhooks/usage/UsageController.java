package gantry.webhooks.usage;

import static gantry.problem.ProblemResponses.problem;

import gantry.http.input.RefusesUnknownFields;
import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.lambda.Identifier;
import gantry.lambda.UuidV7;
import gantry.openapi.Answers;
import gantry.problem.FieldError;
import gantry.problem.Problem;
import gantry.webhooks.grants.Access.User;
import gantry.webhooks.usage.ConsumeUsage.Outcome.Answered;
import gantry.webhooks.usage.ConsumeUsage.Outcome.OtherAmount;
import gantry.webhooks.usage.ConsumeUsage.Outcome.UnknownMeter;
import gantry.webhooks.usage.RollBackUsage.Outcome.DayClosed;
import gantry.webhooks.usage.RollBackUsage.Outcome.GivenBack;
import gantry.webhooks.usage.RollBackUsage.Outcome.Unknown;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Back ends consume their users' units here, and give them back. */
@Controller("/v1/usage/{userId}/{meter}")
@RequiresRole({Role.SERVICE, Role.ADMIN})
class UsageController {
  private static final String NAME = "[\\x21-\\x7e]{1,128}";

  private final ConsumeUsage consumeUsage;
  private final RollBackUsage rollBackUsage;
  private final UuidV7 ids;

  UsageController(ConsumeUsage consumeUsage, RollBackUsage rollBackUsage, UuidV7 ids) {
    this.consumeUsage = consumeUsage;
    this.rollBackUsage = rollBackUsage;
    this.ids = ids;
  }

  /** Consumes from a meter, once for each consumptionId. */
  @Post
  @Idempotent
  @Answers(value = Consumed.class, problems = "consumption-id-reused")
  HttpResponse<?> consume(
      @Pattern(regexp = Identifier.FORM) String userId,
      String meter,
      @Valid @Body ConsumeRequest request,
      Caller caller) {
    var id = request.consumptionId() == null ? ids.next().toString() : request.consumptionId();
    return request.amount() == null
        ? noAmount()
        : answer(consumeUsage.consume(meter(userId, meter, caller), id, request.amount()));
  }

  private static HttpResponse<?> answer(ConsumeUsage.Outcome outcome) {
    return switch (outcome) {
      case Answered(var consumption) -> HttpResponse.ok(Consumed.of(consumption));
      case UnknownMeter _ -> notFound();
      case OtherAmount _ ->
          problem(
              HttpStatus.UNPROCESSABLE_ENTITY,
              "consumption-id-reused",
              "The consumptionId belongs to another amount");
    };
  }

  /** Gives a consumption back. */
  @Post("/{consumptionId}/rollback")
  @Answers(value = RolledBack.class, problems = "day-closed")
  HttpResponse<?> rollBack(
      @Pattern(regexp = Identifier.FORM) String userId,
      @Pattern(regexp = NAME) String meter,
      @Pattern(regexp = NAME) String consumptionId,
      Caller caller) {
    return switch (rollBackUsage.rollBack(meter(userId, meter, caller), consumptionId)) {
      case GivenBack(var use) -> HttpResponse.ok(RolledBack.of(use, consumptionId));
      case Unknown _ -> notFound();
      case DayClosed _ -> problem(HttpStatus.CONFLICT, "day-closed", "The day is over and counted");
    };
  }

  private static Meter meter(String userId, String meter, Caller caller) {
    return new Meter(new User(caller.tenant(), userId), meter);
  }

  private static HttpResponse<Problem> noAmount() {
    return problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "invalid-body",
        "The body is not valid",
        List.of(new FieldError("amount", "must not be null")));
  }

  private static HttpResponse<Problem> notFound() {
    return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing");
  }

  @Serdeable
  @RefusesUnknownFields
  record ConsumeRequest(
      @Nullable @Min(1) @Max(1_000_000) Long amount,
      @Nullable @Pattern(regexp = NAME) String consumptionId) {}

  @Serdeable
  record Consumed(
      boolean allowed,
      long used,
      long limit,
      long remaining,
      Instant resetsAt,
      String consumptionId) {
    static Consumed of(Consumption consumption) {
      var use = consumption.use();
      return new Consumed(
          consumption.allowed(),
          use.used(),
          use.limit(),
          use.remaining(),
          use.resetsAt(),
          consumption.consumptionId());
    }
  }

  @Serdeable
  record RolledBack(long used, long limit, long remaining, Instant resetsAt, String consumptionId) {
    static RolledBack of(MeterUse use, String consumptionId) {
      return new RolledBack(
          use.used(), use.limit(), use.remaining(), use.resetsAt(), consumptionId);
    }
  }
}
