package gantry.tokenscan.source;

import gantry.providers.Answer;
import gantry.providers.Deadline;
import gantry.providers.Outcome.Reason;
import gantry.providers.ProviderRequest;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.schema.GoPlusAnswer;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** GoPlus: contract, owner, trade, holders and liquidity, on all chains. */
@Singleton
@Order(1)
final class GoPlusClient implements RiskSource {
  private final SourceCall call;

  GoPlusClient(Providers providers, GoPlusConfig config, Clock clock) {
    var settings =
        ProviderSettings.of("goplus", config.baseUrl())
            .limited(SourceCall.limits(config.perMinute(), config.atOnce()))
            .judgedBy(GoPlusClient::reasonAgainst);
    this.call = new SourceCall(Source.GOPLUS, providers.client(settings), clock);
  }

  @Override
  public boolean covers(Token token) {
    return true;
  }

  @Override
  public Statement ask(Token token, Deadline deadline) {
    var request =
        token.isSolana()
            ? ProviderRequest.get("api", "v1", "solana", "token_security")
            : ProviderRequest.get("api", "v1", "token_security", token.reference());
    return call.ask(
        request.query("contract_addresses", token.address()),
        deadline,
        (body, at) -> GoPlusAnswer.read(body, token, at));
  }

  /** Its status is 200 also when it is overloaded. */
  private static Optional<Reason> reasonAgainst(Answer answer) {
    return switch (answer.json().map(GoPlusAnswer::code).orElse("")) {
      case "4029" -> Optional.of(Reason.THROTTLED);
      case "5000" -> Optional.of(Reason.DOWN);
      default -> Optional.empty();
    };
  }
}
