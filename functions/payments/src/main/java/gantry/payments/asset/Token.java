package gantry.payments.asset;

import gantry.chains.Address;
import gantry.chains.ChainId;
import org.jspecify.annotations.Nullable;

/** What moves on a chain: the contract or mint that it is named by, or the chain's own coin. */
public record Token(ChainId chain, @Nullable Address contract) {
  public static Token coinOf(ChainId chain) {
    return new Token(chain, null);
  }

  public boolean isCoin() {
    return contract == null;
  }
}
