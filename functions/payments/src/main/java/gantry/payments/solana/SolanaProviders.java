package gantry.payments.solana;

import gantry.payments.chain.ChainProvider;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.util.ArrayList;
import java.util.List;

/** Solscan, then the node. */
public final class SolanaProviders {
  private SolanaProviders() {}

  public static List<ChainProvider> of(SolanaConfig config, Providers providers, Secrets secrets) {
    var all = new ArrayList<ChainProvider>();
    if (!config.solscanBaseUrl().isEmpty()) {
      all.add(new SolscanClient(providers, config, secrets));
    }
    if (!config.rpcUrl().isEmpty()) {
      all.add(new SolanaRpcClient(providers, config));
    }
    return all;
  }
}
