package gantry.payments.evm;

import gantry.chains.ChainId;
import gantry.providers.Deadline;
import gantry.providers.Json;
import java.util.List;
import java.util.Optional;

/** Somebody who answers for a node. */
interface EvmNode {
  String name();

  boolean covers(ChainId chain);

  /** May be null in JSON; throws a {@code NoAnswerException} when there is no answer. */
  Json ask(ChainId chain, EvmCall call, Deadline deadline);

  /** Coins that contracts moved; empty when this node cannot tell. */
  Optional<List<Json>> internalTransfers(ChainId chain, String hash, Deadline deadline);
}
