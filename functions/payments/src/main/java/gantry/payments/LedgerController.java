package gantry.payments;

import static gantry.problem.ProblemResponses.problem;

import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.payments.intent.Owner;
import gantry.payments.ledger.Ledger;
import gantry.payments.ledger.LedgerItem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** A user's ledger. */
@Controller("/v1/ledger")
class LedgerController {
  private final Ledger ledger;

  LedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Lists a user's ledger, the newest first. */
  @Get("/{userId}")
  @Answers(listOf = LedgerItem.class)
  HttpResponse<?> list(String userId, HttpRequest<?> request, Caller caller) {
    var owner = new Owner(caller.tenant(), userId);
    if (!VisibleIntents.requester(caller).maySee(owner)) {
      return problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing");
    }
    var query = new ListQuery(name -> request.getParameters().get(name));
    var before = query.cursor();
    var limit = query.limit();
    return query.errors().isEmpty()
        ? HttpResponse.ok(
            ListPage.of(ledger.list(owner, before, limit + 1), limit, LedgerItem::cursor))
        : problem(
            HttpStatus.BAD_REQUEST,
            "invalid-parameter",
            "A parameter is not valid",
            query.errors());
  }
}
