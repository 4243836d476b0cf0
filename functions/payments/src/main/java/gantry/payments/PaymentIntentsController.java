package gantry.payments;

import static gantry.problem.ProblemResponses.problem;

import gantry.idempotency.Effect;
import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.payments.claim.ClaimView;
import gantry.payments.claim.ProvePayer;
import gantry.payments.claim.SubmitClaim;
import gantry.payments.intent.CreateIntent;
import gantry.payments.intent.Intent;
import gantry.problem.FieldError;
import gantry.problem.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/** What users and back ends do with intents. */
@Controller("/v1/payment-intents")
class PaymentIntentsController {
  private final CreateIntent createIntent;
  private final SubmitClaim submitClaim;
  private final ProvePayer provePayer;
  private final VisibleIntents visible;

  PaymentIntentsController(
      CreateIntent createIntent,
      SubmitClaim submitClaim,
      ProvePayer provePayer,
      VisibleIntents visible) {
    this.createIntent = createIntent;
    this.submitClaim = submitClaim;
    this.provePayer = provePayer;
    this.visible = visible;
  }

  /** Says what is to be paid, where and until when. */
  @Post
  @Idempotent(keep = Idempotent.MONTH)
  @Answers(value = IntentView.class, status = 201, problems = "too-many-intents")
  HttpResponse<?> create(@Valid @Body IntentRequest request, Caller caller) {
    return switch (createIntent.create(VisibleIntents.requester(caller), request.wish())) {
      case CreateIntent.Outcome.Created(var intent) ->
          HttpResponse.created(visible.view(intent))
              .headers(it -> it.location(URI.create("/v1/payment-intents/" + intent.id())));
      case CreateIntent.Outcome.Refused(var complaints) -> invalid(complaints);
      case CreateIntent.Outcome.TooMany _ ->
          problem(HttpStatus.CONFLICT, "too-many-intents", "Too many intents are open");
    };
  }

  /** Shows an intent with its claims. */
  @Get("/{id}")
  @Answers(IntentView.class)
  HttpResponse<?> show(String id, Caller caller) {
    return of(id, caller, intent -> HttpResponse.ok(visible.view(intent)));
  }

  /** Claims that a transaction pays the intent: 200 when decided, 202 while it is watched. */
  @Post("/{id}/claims")
  @Idempotent(keep = Idempotent.MONTH, effect = Effect.ELSEWHERE)
  @Answers(
      value = ClaimView.class,
      status = {200, 202},
      problems = {"invalid-transaction", "too-many-claims"})
  HttpResponse<?> claim(String id, @Valid @Body ClaimRequest request, Caller caller) {
    return of(id, caller, intent -> answer(submitClaim.submit(intent, request.text())));
  }

  private static HttpResponse<?> answer(SubmitClaim.Result result) {
    return switch (result) {
      case SubmitClaim.Result.Ruled(var claim) ->
          claim.isSettled()
              ? HttpResponse.ok(claim)
              : HttpResponse.status(HttpStatus.ACCEPTED).body(claim);
      case SubmitClaim.Result.Invalid _ ->
          HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
              .contentType(Problem.MEDIA_TYPE)
              .body(InvalidTransaction.problem());
      case SubmitClaim.Result.TooMany _ ->
          problem(HttpStatus.CONFLICT, "too-many-claims", "The intent has too many claims");
    };
  }

  /** Binds the intent to the account that signed its text. */
  @Post("/{id}/payer-proof")
  @Idempotent(keep = Idempotent.MONTH)
  @Answers(
      value = IntentView.class,
      problems = {"wrong-account", "wrong-signature", "intent-expired"})
  HttpResponse<?> prove(String id, @Valid @Body ProofRequest request, Caller caller) {
    return of(id, caller, intent -> answer(provePayer.prove(intent, request.proof())));
  }

  private HttpResponse<?> answer(ProvePayer.Result result) {
    return switch (result) {
      case ProvePayer.Result.Bound(var intent) -> HttpResponse.ok(visible.view(intent));
      case ProvePayer.Result.WrongAccount _ ->
          problem(
              HttpStatus.UNPROCESSABLE_ENTITY,
              "wrong-account",
              "This account cannot pay the intent");
      case ProvePayer.Result.WrongSignature _ ->
          problem(
              HttpStatus.UNPROCESSABLE_ENTITY,
              "wrong-signature",
              "The signature is not this account's");
      case ProvePayer.Result.Expired _ ->
          problem(HttpStatus.CONFLICT, "intent-expired", "The intent has expired");
    };
  }

  private HttpResponse<?> of(String id, Caller caller, Function<Intent, HttpResponse<?>> answer) {
    return visible
        .find(id, caller)
        .<HttpResponse<?>>map(answer)
        .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing"));
  }

  private static HttpResponse<Problem> invalid(Map<String, String> complaints) {
    var errors =
        complaints.entrySet().stream()
            .map(it -> new FieldError(it.getKey(), it.getValue()))
            .sorted((one, other) -> one.field().compareTo(other.field()))
            .toList();
    return problem(
        HttpStatus.UNPROCESSABLE_ENTITY, "invalid-body", "The body is not valid", errors);
  }
}
