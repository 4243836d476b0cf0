package gantry.payments.evm;

import gantry.chains.ChainId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ETHERSCAN_BASE_URL}, {@code ETHERSCAN_CHAINS} and {@code ETHERSCAN_PER_SECOND} (those of
 * the plan), {@code EVM_RPC_URLS}.
 */
public record EvmConfig(
    String etherscanBaseUrl,
    Set<ChainId> etherscanChains,
    int etherscanPerSecond,
    Map<ChainId, List<String>> rpcUrls) {
  public EvmConfig {
    etherscanChains = Set.copyOf(etherscanChains);
    rpcUrls = Map.copyOf(new LinkedHashMap<>(rpcUrls));
  }
}
