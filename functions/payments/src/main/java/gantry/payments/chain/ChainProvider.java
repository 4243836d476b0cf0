package gantry.payments.chain;

import gantry.chains.ChainId;
import gantry.providers.Deadline;

/**
 * Somebody who can be asked about transactions. In the order of the beans, the first is asked
 * first.
 */
public interface ChainProvider {
  String name();

  boolean covers(ChainId chain);

  /** Never throws for what the provider does. */
  Lookup find(Question question, Deadline deadline);
}
