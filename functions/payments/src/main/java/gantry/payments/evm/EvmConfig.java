package gantry.payments.evm;

import gantry.chains.ChainId;
import java.util.Set;

/** {@code ETHERSCAN_BASE_URL}, {@code ETHERSCAN_CHAINS} and {@code ETHERSCAN_PER_SECOND}. */
public record EvmConfig(
    String etherscanBaseUrl, Set<ChainId> etherscanChains, int etherscanPerSecond) {
  public EvmConfig {
    etherscanChains = Set.copyOf(etherscanChains);
  }
}
