package gantry.tokenscan.source;

import gantry.providers.Deadline;
import gantry.providers.ProviderRequest;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.schema.RugCheckAnswer;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Clock;

/** RugCheck: the full report of a mint, because the summary tells no authorities. */
@Singleton
@Order(3)
final class RugCheckClient implements RiskSource {
  private final SourceCall call;

  RugCheckClient(Providers providers, RugCheckConfig config, Clock clock) {
    var settings =
        ProviderSettings.of("rugcheck", config.baseUrl())
            .limited(SourceCall.limits(config.perMinute(), config.atOnce()));
    this.call = new SourceCall(Source.RUGCHECK, providers.client(settings), clock);
  }

  @Override
  public boolean covers(Token token) {
    return token.isSolana();
  }

  @Override
  public Statement ask(Token token, Deadline deadline) {
    return call.ask(
        ProviderRequest.get("v1", "tokens", token.address(), "report"),
        deadline,
        (body, at) -> RugCheckAnswer.read(body, token, at));
  }
}
