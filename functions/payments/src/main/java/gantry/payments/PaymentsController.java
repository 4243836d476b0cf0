package gantry.payments;

import static gantry.problem.ProblemResponses.problem;

import gantry.audit.Actor;
import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.identity.RequiresRole;
import gantry.identity.Role;
import gantry.openapi.Answers;
import gantry.payments.claim.ClaimView;
import gantry.payments.claim.ResolveClaim;
import gantry.payments.claim.ResolveClaim.Decision;
import gantry.payments.claim.ResolveClaim.Result;
import gantry.payments.claim.ViewClaims;
import gantry.payments.verdict.Outcome;
import gantry.postgres.TimeCursor;
import gantry.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Optional;

/** The operator's view of claims, and decisions about those that the rules could not settle. */
@Controller("/v1/payments")
@RequiresRole(Role.ADMIN)
class PaymentsController {
  private final ViewClaims viewClaims;
  private final ResolveClaim resolveClaim;

  PaymentsController(ViewClaims viewClaims, ResolveClaim resolveClaim) {
    this.viewClaims = viewClaims;
    this.resolveClaim = resolveClaim;
  }

  /** Lists the claims of all payments, the newest first. */
  @Get
  @Answers(listOf = ClaimView.class)
  HttpResponse<?> list(HttpRequest<?> request) {
    var query = new ListQuery(name -> request.getParameters().get(name));
    var state = query.read("state", "is no state", PaymentsController::state).orElse(null);
    var before = query.cursor();
    var limit = query.limit();
    if (!query.errors().isEmpty()) {
      return problem(
          HttpStatus.BAD_REQUEST, "invalid-parameter", "A parameter is not valid", query.errors());
    }
    var found = viewClaims.list(state, before, limit + 1);
    return HttpResponse.ok(
        ListPage.of(found, limit, claim -> new TimeCursor(claim.createdAt(), claim.id())));
  }

  /** Decides on a payment in REVIEW. */
  @Post("/{id}/resolve")
  @Idempotent(keep = Idempotent.MONTH)
  @Answers(
      value = ClaimView.class,
      problems = {"not-in-review", "already-claimed", "asset-unknown"})
  HttpResponse<?> resolve(String id, @Valid @Body ResolveRequest request, Caller caller) {
    var operator = new Actor(caller.tenant(), caller.userId());
    var decision = new Decision(operator, request.kind(), String.valueOf(request.note()));
    return VisibleIntents.uuid(id)
        .<HttpResponse<?>>map(claim -> answer(resolveClaim.resolve(claim, decision)))
        .orElseGet(PaymentsController::notFound);
  }

  private static HttpResponse<?> answer(Result result) {
    return switch (result) {
      case Result.Resolved(var claim) -> HttpResponse.ok(claim);
      case Result.NotFound _ -> notFound();
      case Result.NotInReview _ ->
          problem(HttpStatus.CONFLICT, "not-in-review", "The payment is not in review");
      case Result.Taken _ ->
          problem(HttpStatus.CONFLICT, "already-claimed", "Its money belongs to another claim");
      case Result.AssetUnknown _ ->
          problem(HttpStatus.CONFLICT, "asset-unknown", "Nothing tells which asset came");
    };
  }

  private static Optional<String> state(String text) {
    return Arrays.stream(Outcome.values()).map(Enum::name).filter(text::equals).findFirst();
  }

  private static HttpResponse<Problem> notFound() {
    return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing");
  }
}
