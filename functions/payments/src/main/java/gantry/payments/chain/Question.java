package gantry.payments.chain;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.chains.TransactionHash;
import gantry.payments.asset.Token;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

/**
 * Which transaction of which chain; an answer about anything else is none.
 *
 * @param asked what an intent asks for on this chain, of each token; nothing on a chain that it
 *     does not name
 */
public record Question(
    ChainId chain, TransactionHash hash, Set<Address> recipients, Map<Token, BigInteger> asked) {
  public Question {
    if (chain.family() != hash.family()) {
      throw new IllegalArgumentException("The hash is of another kind of chain");
    }
    recipients = Set.copyOf(recipients);
    asked = Map.copyOf(asked);
  }

  /** On a chain where we have an account, but the intent does not ask for anything. */
  public boolean isElsewhere() {
    return asked.isEmpty();
  }

  /** Whether coins, which leave no log, may pay. */
  public boolean asksForCoins() {
    return asked.containsKey(Token.coinOf(chain));
  }

  public boolean isFilledBy(Token token, BigInteger units) {
    return asked.containsKey(token) && units.compareTo(asked.get(token)) >= 0;
  }
}
