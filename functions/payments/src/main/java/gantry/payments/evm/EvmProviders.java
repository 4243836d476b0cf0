package gantry.payments.evm;

import gantry.payments.chain.ChainProvider;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Etherscan for the chains of the plan, then every node in the order of the setting. */
public final class EvmProviders {
  private EvmProviders() {}

  public static List<ChainProvider> of(
      EvmConfig config, Providers providers, Secrets secrets, Clock clock) {
    var all = new ArrayList<ChainProvider>();
    all.add(new EvmProvider(new EtherscanClient(providers, config, secrets), clock));
    config
        .rpcUrls()
        .forEach((chain, urls) -> {
          for (var i = 0; i < urls.size(); i++) {
            var node = new RpcNodeClient(providers, chain, i + 1, urls.get(i));
            all.add(new EvmProvider(node, clock));
          }
        });
    return all;
  }
}
