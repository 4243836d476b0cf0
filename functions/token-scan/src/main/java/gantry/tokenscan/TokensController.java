package gantry.tokenscan;

import static gantry.problem.ProblemResponses.problem;

import gantry.identity.Caller;
import gantry.openapi.Answers;
import gantry.tokenscan.AskedToken.Refusal;
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

  private final AssessToken assessToken;

  TokensController(AssessToken assessToken) {
    this.assessToken = assessToken;
  }

  /** An address that several chains have a token at. */
  @Serdeable
  record Several(String address, List<RiskView> results) {}

  /**
   * Tells how risky a token is, as JSON or a Markdown card; several results where several chains
   * have one at the address.
   */
  @Get(
      value = "/{address}/risk",
      produces = {MediaType.APPLICATION_JSON, MARKDOWN})
  @Answers(
      value = {RiskView.class, Several.class},
      types = {MediaType.APPLICATION_JSON, MARKDOWN},
      problems = {"invalid-address", "unknown-chain", "chain-not-supported"})
  HttpResponse<?> risk(
      String address, @Nullable @QueryValue String chain, Caller caller, HttpRequest<?> request) {
    var asked = AskedToken.of(address, chain);
    return switch (asked) {
      case AskedToken.Known(var token) -> shown(token.address(), risks(asked), request);
      case AskedToken.OnSomeChain(var evm) -> shown(evm, risks(asked), request);
      case AskedToken.Refused(var why) -> refused(why);
    };
  }

  private List<RiskView> risks(AskedToken asked) {
    return assessToken.assess(asked);
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
    return problem(HttpStatus.UNPROCESSABLE_ENTITY, why.slug(), why.complaint());
  }
}
