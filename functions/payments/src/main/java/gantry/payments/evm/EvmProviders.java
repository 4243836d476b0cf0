package gantry.payments.evm;

import gantry.chains.ChainId;
import gantry.payments.chain.ChainProvider;
import gantry.payments.chain.ChainProviders;
import gantry.payments.chain.SecretNodes;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Etherscan for the chains of the plan, then every node of the secret {@code EVM_RPC_URLS}. */
public final class EvmProviders {
  private EvmProviders() {}

  public static ChainProviders of(
      EvmConfig config, Providers providers, Secrets secrets, Clock clock) {
    var etherscan = new EvmProvider(new EtherscanClient(providers, config, secrets), clock);
    var nodes =
        new SecretNodes(
            ChainId.Family.EVM,
            () -> secrets.find(NodeUrls.SECRET).orElse("{}"),
            text -> nodes(text, providers, clock));
    return ChainProviders.inOrder(ChainProviders.always(List.of(etherscan)), nodes);
  }

  private static List<ChainProvider> nodes(String text, Providers providers, Clock clock) {
    var nodes = new ArrayList<ChainProvider>();
    NodeUrls.read(text)
        .forEach((chain, urls) -> {
          for (var i = 0; i < urls.size(); i++) {
            nodes.add(
                new EvmProvider(new RpcNodeClient(providers, chain, i + 1, urls.get(i)), clock));
          }
        });
    return List.copyOf(nodes);
  }
}
