package gantry.tokenscan.scans;

import static gantry.problem.ProblemResponses.problem;

import gantry.http.input.RefusesUnknownFields;
import gantry.idempotency.Idempotent;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.problem.FieldError;
import gantry.tokenscan.AskedToken;
import gantry.tokenscan.AskedToken.Refused;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many tokens at once, scanned in the background. */
@Controller("/v1/token-scans")
class TokenScansController {
  private static final int MOST = 1_000;

  private final OrderScan orderScan;
  private final ViewScan viewScan;

  TokenScansController(OrderScan orderScan, ViewScan viewScan) {
    this.orderScan = orderScan;
    this.viewScan = viewScan;
  }

  @Serdeable
  @RefusesUnknownFields
  record Order(@NotNull @Size(min = 1, max = MOST) List<@Valid @NotNull Wanted> tokens) {}

  @Serdeable
  @RefusesUnknownFields
  record Wanted(@NotNull @Size(max = 100) String address, @Nullable String chain) {}

  @Serdeable
  record Accepted(UUID id, int total) {}

  /** Orders scans of many tokens, in the background. */
  @Post
  @Idempotent
  @Answers(value = Accepted.class, status = 202)
  HttpResponse<?> order(@Valid @Body Order order, Caller caller) {
    var errors = new ArrayList<FieldError>();
    var tokens = new ArrayList<ScanOrder>();
    for (var token : order.tokens()) {
      switch (AskedToken.of(token.address(), token.chain())) {
        case AskedToken.Known known -> tokens.add(ScanOrder.of(known));
        case AskedToken.OnSomeChain(var evm) -> tokens.add(new ScanOrder(evm, null));
        case Refused(var why) ->
            errors.add(
                new FieldError("tokens[" + (tokens.size() + errors.size()) + "]", why.complaint()));
      }
    }
    return errors.isEmpty()
        ? accepted(orderScan.order(caller, tokens), tokens.size())
        : problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-body", "The body is not valid", errors);
  }

  /** Shows how far an order is, and the risks that are known by now. */
  @Get("/{id}")
  @Answers(ScanView.class)
  HttpResponse<?> show(
      String id,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit,
      Caller caller) {
    var page = ScanPage.of(cursor, limit);
    if (page.isEmpty()) {
      return problem(HttpStatus.BAD_REQUEST, "invalid-parameter", "Cursor or limit is not valid");
    }
    return uuid(id)
        .flatMap(uuid -> viewScan.view(uuid, caller, page.get()))
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing"));
  }

  private static HttpResponse<?> accepted(UUID id, int total) {
    return HttpResponse.<Accepted>accepted()
        .header("Location", "/v1/token-scans/" + id)
        .body(new Accepted(id, total));
  }

  /** An id that is none is the id of nothing. */
  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equalsIgnoreCase(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
