package gantry.payments.evm;

import gantry.chains.ChainId;
import gantry.chains.ChainId.Family;
import gantry.payments.chain.Answers;
import gantry.payments.chain.NoAnswerException;
import gantry.providers.Answer;
import gantry.providers.CallLimits;
import gantry.providers.Deadline;
import gantry.providers.Json;
import gantry.providers.Outcome.Reason;
import gantry.providers.ProviderClient;
import gantry.providers.ProviderRequest;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Etherscan V2. Its errors come with status 200 and text, also where a node would answer JSON-RPC.
 */
final class EtherscanClient implements EvmNode {
  private static final CallLimits LIMITS =
      CallLimits.DEFAULT.within(Duration.ofMillis(3_000), Duration.ofMillis(1_800)).withAttempts(2);

  private final ProviderClient provider;
  private final EvmConfig config;
  private final Secrets secrets;

  EtherscanClient(Providers providers, EvmConfig config, Secrets secrets) {
    this.provider =
        providers.client(
            ProviderSettings.of("etherscan", config.etherscanBaseUrl())
                .limited(LIMITS.withPerSecond(config.etherscanPerSecond()))
                .judgedBy(EtherscanClient::reasonAgainst));
    this.config = config;
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return "etherscan";
  }

  @Override
  public boolean covers(ChainId chain) {
    return chain.family() == Family.EVM && config.etherscanChains().contains(chain);
  }

  @Override
  public Json ask(ChainId chain, EvmCall call, Deadline deadline) {
    var request = request(chain, "proxy", call.method());
    call.query().forEach(request::query);
    var json = Answers.object(provider, request, deadline);
    var result = json.at("result");
    if (isRefusal(json) || json.at("error").isObject() || result.isAbsent()) {
      throw NoAnswerException.down();
    }
    return result;
  }

  @Override
  public Optional<List<Json>> internalTransfers(ChainId chain, String hash, Deadline deadline) {
    var json =
        Answers.object(
            provider, request(chain, "account", "txlistinternal").query("txhash", hash), deadline);
    // An empty list has status 0 as well.
    return isRefusal(json) && json.at("result").text().isPresent()
        ? Optional.empty()
        : Optional.of(json.at("result").items());
  }

  private ProviderRequest request(ChainId chain, String module, String action) {
    var request =
        ProviderRequest.get("v2", "api")
            .query("chainid", chain.reference())
            .query("module", module)
            .query("action", action);
    secrets.find("ETHERSCAN_API_KEY").ifPresent(key -> request.query("apikey", key));
    return request;
  }

  private static boolean isRefusal(Json json) {
    return json.at("status").text().filter("0"::equals).isPresent();
  }

  private static Optional<Reason> reasonAgainst(Answer answer) {
    return answer
        .json()
        .filter(EtherscanClient::isRefusal)
        .flatMap(json -> json.at("result").text())
        .map(text -> text.toLowerCase(Locale.ROOT))
        .flatMap(EtherscanClient::reasonIn);
  }

  private static Optional<Reason> reasonIn(String text) {
    if (text.contains("rate limit") || text.contains("too many")) {
      return Optional.of(Reason.THROTTLED);
    }
    return text.contains("timeout") ? Optional.of(Reason.DOWN) : Optional.empty();
  }
}
