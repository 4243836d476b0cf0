package gantry.tokenscan.watches;

import static gantry.problem.ProblemResponses.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.tokenscan.AskedToken;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.judgement.Level;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tokens that a user keeps an eye on. */
@Controller("/v1/token-watches")
class TokenWatchesController {
  private final WatchToken watchToken;

  TokenWatchesController(WatchToken watchToken) {
    this.watchToken = watchToken;
  }

  /** Level and time are null until the first look. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record View(String chain, String address, @Nullable Level level, @Nullable Instant checkedAt) {
    static View of(Watch watch) {
      return new View(watch.chain(), watch.address(), watch.level(), watch.checkedAt());
    }
  }

  /** Watches a token: 201 when it is new, 200 when it is watched already. */
  @Put("/{chain}/{address}")
  @Answers(
      value = View.class,
      status = {200, 201},
      problems = {"invalid-address", "unknown-chain", "chain-not-supported", "too-many-watches"})
  HttpResponse<?> watch(String chain, String address, Caller caller) {
    return of(chain, address, token -> watched(watchToken.watch(Watcher.of(caller), token)));
  }

  /** Watches a token no longer. */
  @Delete("/{chain}/{address}")
  @Answers(
      status = 204,
      problems = {"invalid-address", "unknown-chain", "chain-not-supported"})
  HttpResponse<?> end(String chain, String address, Caller caller) {
    return of(
        chain,
        address,
        token -> {
          watchToken.end(Watcher.of(caller), token);
          return HttpResponse.noContent();
        });
  }

  private static HttpResponse<?> watched(WatchToken.Outcome outcome) {
    return switch (outcome) {
      case WatchToken.Outcome.Begun(var watch) -> HttpResponse.created(View.of(watch));
      case WatchToken.Outcome.Known(var watch) -> HttpResponse.ok(View.of(watch));
      case WatchToken.Outcome.TooMany _ ->
          problem(HttpStatus.CONFLICT, "too-many-watches", "Too many tokens are watched");
    };
  }

  private static HttpResponse<?> of(
      String chain, String address, Function<Token, HttpResponse<?>> answer) {
    return switch (AskedToken.of(address, chain)) {
      case AskedToken.Known(var token) -> answer.apply(token);
      case AskedToken.Refused(var why) ->
          problem(HttpStatus.UNPROCESSABLE_ENTITY, why.slug(), why.complaint());
      case AskedToken.OnSomeChain _ -> throw new IllegalStateException("The chain is named");
    };
  }
}
