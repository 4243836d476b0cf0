package gantry.fakefollowers.audit;

import static gantry.problem.ProblemResponses.problem;

import gantry.fakefollowers.audit.AddFollowers.Outcome.Accepted;
import gantry.fakefollowers.audit.AddFollowers.Outcome.AuditClosed;
import gantry.fakefollowers.audit.NewAudit.Then;
import gantry.fakefollowers.batch.FollowerBody;
import gantry.fakefollowers.batch.FollowersDocument;
import gantry.http.input.BodyLimit;
import gantry.idempotency.Effect;
import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Begins audits, takes their parts, closes and shows them. */
@Controller("/v1/follower-audits")
class FollowerAuditsController {
  private static final int LARGEST_BODY = 4 * 1024 * 1024;

  private final Audits audits;
  private final AddFollowers addFollowers;
  private final ViewAudit viewAudit;

  FollowerAuditsController(Audits audits, AddFollowers addFollowers, ViewAudit viewAudit) {
    this.audits = audits;
    this.addFollowers = addFollowers;
    this.viewAudit = viewAudit;
  }

  /** Begins an audit with its first, or all, followers. */
  @Post(consumes = MediaType.ALL)
  @BodyLimit(bytes = LARGEST_BODY)
  @Idempotent(effect = Effect.ELSEWHERE)
  @Answers(value = AcceptedPart.class, status = 202)
  HttpResponse<?> begin(HttpRequest<?> request, @Body byte[] body, Caller caller) {
    return withDocument(request, body, document -> begin(request, document, body, caller));
  }

  /** Beside lines, the query says whose audience it is. */
  private HttpResponse<?> begin(
      HttpRequest<?> request, FollowersDocument document, byte[] body, Caller caller) {
    var query = new AuditQuery(name -> text(request, document, name));
    var wanted = query.audit();
    if (wanted.then() == Then.NOTHING) {
      query.require(document);
    }
    if (!query.errors().isEmpty()) {
      return problem(
          HttpStatus.UNPROCESSABLE_ENTITY, "invalid-body", "The body is not valid", query.errors());
    }
    var audit = audits.begin(wanted, caller);
    return answer(addFollowers.add(audit, Part.of(body, document.followers()), wanted.then()));
  }

  private static @Nullable String text(
      HttpRequest<?> request, FollowersDocument document, String name) {
    var text = document.texts().get(name);
    return text == null ? request.getParameters().get(name) : text;
  }

  /** Adds a part to an open audit. */
  @Post(uri = "/{id}/followers", consumes = MediaType.ALL)
  @BodyLimit(bytes = LARGEST_BODY)
  @Idempotent(effect = Effect.ELSEWHERE)
  @Answers(value = AcceptedPart.class, status = 202, problems = "audit-closed")
  HttpResponse<?> add(String id, HttpRequest<?> request, @Body byte[] body, Caller caller) {
    return withAudit(
        id,
        caller,
        audit ->
            withDocument(
                request, body, document -> add(audit, Part.of(body, document.followers()))));
  }

  private HttpResponse<?> add(VisibleAudit audit, Part part) {
    return answer(addFollowers.add(audit, part, Then.MORE_PARTS));
  }

  /** Closes an audit: no more parts come. */
  @Post(uri = "/{id}/close", consumes = MediaType.ALL)
  @Answers(AuditView.class)
  HttpResponse<?> close(String id, Caller caller) {
    return withAudit(
        id,
        caller,
        audit -> {
          audits.close(audit);
          return show(id, caller);
        });
  }

  /** Shows an audit and, once it is done, its summary. */
  @Get("/{id}")
  @Answers(AuditView.class)
  HttpResponse<?> show(String id, Caller caller) {
    return withAudit(id, caller, audit -> HttpResponse.ok(viewAudit.view(audit)));
  }

  private static HttpResponse<?> answer(AddFollowers.Outcome outcome) {
    return switch (outcome) {
      case Accepted(var part) ->
          HttpResponse.accepted().header("Location", "/v1/follower-audits/" + part.id()).body(part);
      case AuditClosed _ ->
          problem(HttpStatus.CONFLICT, "audit-closed", "The audit takes no more followers");
    };
  }

  private static HttpResponse<?> withDocument(
      HttpRequest<?> request, byte[] body, Function<FollowersDocument, HttpResponse<?>> use) {
    var type = request.getContentType().map(MediaType::toString).orElse("");
    var document = FollowerBody.read(body, type);
    return document.isPresent()
        ? use.apply(document.get())
        : problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not readable");
  }

  private HttpResponse<?> withAudit(
      String id, Caller caller, Function<VisibleAudit, HttpResponse<?>> use) {
    var audit = AuditId.of(id).flatMap(known -> audits.find(known, caller));
    return audit.isPresent() ? use.apply(audit.get()) : notFound();
  }

  private static HttpResponse<?> notFound() {
    return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such audit");
  }
}
