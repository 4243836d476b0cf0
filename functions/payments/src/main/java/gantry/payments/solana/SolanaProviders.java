package gantry.payments.solana;

import gantry.chains.ChainId;
import gantry.payments.chain.ChainProviders;
import gantry.payments.chain.SecretNodes;
import gantry.providers.Providers;
import gantry.secrets.Secrets;
import java.util.List;

/** Solscan, then the node of the secret {@code SOLANA_RPC_URL}, or the public one. */
public final class SolanaProviders {
  private static final String PUBLIC_NODE = "https://api.mainnet-beta.solana.com";

  private SolanaProviders() {}

  public static ChainProviders of(String solscanBaseUrl, Providers providers, Secrets secrets) {
    var solscan = new SolscanClient(providers, solscanBaseUrl, secrets);
    var node =
        new SecretNodes(
            ChainId.Family.SOLANA,
            () -> secrets.find("SOLANA_RPC_URL").orElse(PUBLIC_NODE),
            url -> List.of(new SolanaRpcClient(providers, url)));
    return ChainProviders.inOrder(ChainProviders.always(List.of(solscan)), node);
  }
}
