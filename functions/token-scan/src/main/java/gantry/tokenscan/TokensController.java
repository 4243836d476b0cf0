package gantry.tokenscan;

import static gantry.problem.ProblemResponses.problem;

import gantry.identity.Caller;
import gantry.tokenscan.AskedToken.Refusal;
import gantry.tokenscan.source.AskSources;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One token's risk. */
@Controller("/v1/tokens")
class TokensController {
  private static final String MARKDOWN = "text/markdown";

  private final ScanToken scanToken;
  private final FindToken findToken;

  TokensController(ScanToken scanToken, FindToken findToken) {
    this.scanToken = scanToken;
    this.findToken = findToken;
  }

  /** An address that several chains have a token at. */
  @Serdeable
  record Several(String address, List<RiskView> results) {}

  @Get(
      value = "/{address}/risk",
      produces = {MediaType.APPLICATION_JSON, MARKDOWN})
  HttpResponse<?> risk(
      String address, @Nullable @QueryValue String chain, Caller caller, HttpRequest<?> request) {
    return switch (AskedToken.of(address, chain)) {
      case AskedToken.Known(var token) ->
          shown(
              token.address(),
              List.of(RiskView.of(scanToken.scan(token, AskSources.deadline()))),
              request);
      case AskedToken.OnSomeChain(var evm) ->
          shown(evm, findToken.find(evm).stream().map(RiskView::of).toList(), request);
      case AskedToken.Refused(var why) -> refused(why);
    };
  }

  private static HttpResponse<?> shown(
      String address, List<RiskView> risks, HttpRequest<?> request) {
    if (wantsCard(request)) {
      return HttpResponse.ok(RiskCard.of(risks))
          .contentType(MediaType.of(MARKDOWN + ";charset=utf-8"))
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    Object body = risks.size() == 1 ? risks.getFirst() : new Several(address, risks);
    return HttpResponse.ok(body)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  private static boolean wantsCard(HttpRequest<?> request) {
    return request.accept().stream()
        .findFirst()
        .filter(first -> first.getName().equals(MARKDOWN))
        .isPresent();
  }

  private static HttpResponse<?> refused(Refusal why) {
    return switch (why) {
      case INVALID_ADDRESS -> refused("invalid-address", "This is no token address of the chain");
      case UNKNOWN_CHAIN -> refused("unknown-chain", "The chain is not known by this name");
      case CHAIN_NOT_SUPPORTED -> refused("chain-not-supported", "TRON is not supported");
    };
  }

  private static HttpResponse<?> refused(String slug, String title) {
    return problem(HttpStatus.UNPROCESSABLE_ENTITY, slug, title);
  }
}
