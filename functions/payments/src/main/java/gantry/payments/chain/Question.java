package gantry.payments.chain;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.chains.TransactionHash;
import java.util.Set;

/** Which transaction of which chain; an answer about anything else is none. */
public record Question(ChainId chain, TransactionHash hash, Set<Address> recipients) {
  public Question {
    if (chain.family() != hash.family()) {
      throw new IllegalArgumentException("The hash is of another kind of chain");
    }
    recipients = Set.copyOf(recipients);
  }
}
