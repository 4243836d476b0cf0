package gantry.payments.solana;

import gantry.payments.chain.ChainProvider;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.util.List;

/** Solscan, then the node. */
public final class SolanaProviders {
  private SolanaProviders() {}

  public static List<ChainProvider> of(SolanaConfig config, Providers providers, Secrets secrets) {
    return List.of(
        new SolscanClient(providers, config, secrets), new SolanaRpcClient(providers, config));
  }
}
