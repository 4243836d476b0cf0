package gantry.tokenscan.source;

import gantry.providers.Deadline;
import gantry.providers.ProviderRequest;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.schema.HoneypotAnswer;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** honeypot.is: buys and sells in a simulation, on three chains. */
@Singleton
@Order(2)
final class HoneypotClient implements RiskSource {
  private static final Set<String> CHAINS = Set.of("eip155:1", "eip155:56", "eip155:8453");

  private final SourceCall call;

  HoneypotClient(Providers providers, HoneypotConfig config, Clock clock) {
    var settings =
        ProviderSettings.of("honeypot", config.baseUrl())
            .limited(SourceCall.limits(config.perMinute(), config.atOnce()));
    this.call = new SourceCall(Source.HONEYPOT_IS, providers.client(settings), clock);
  }

  @Override
  public boolean covers(Token token) {
    return CHAINS.contains(token.chain());
  }

  @Override
  public Statement ask(Token token, Deadline deadline) {
    var request =
        ProviderRequest.get("v2", "IsHoneypot")
            .query("address", token.address())
            .query("chainID", token.reference());
    return call.ask(request, deadline, (body, at) -> HoneypotAnswer.read(body, token, at));
  }
}
