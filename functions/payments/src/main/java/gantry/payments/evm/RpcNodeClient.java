package gantry.payments.evm;

import gantry.chains.ChainId;
import gantry.payments.chain.Answers;
import gantry.payments.chain.NoAnswerException;
import gantry.providers.CallLimits;
import gantry.providers.Deadline;
import gantry.providers.Json;
import gantry.providers.JsonRpc;
import gantry.providers.ProviderSettings;
import gantry.providers.Providers;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One node of one chain. It must say itself that it is of this chain: an address is soon mixed up.
 */
final class RpcNodeClient implements EvmNode {
  private static final CallLimits LIMITS =
      CallLimits.DEFAULT
          .within(Duration.ofMillis(2_500), Duration.ofMillis(1_500))
          .withAttempts(2)
          .withBytes(4 << 20);

  private final String name;
  private final ChainId chain;
  private final JsonRpc rpc;
  private volatile boolean known;

  RpcNodeClient(Providers providers, ChainId chain, int number, String url) {
    this.name = "evm-rpc-" + chain.reference() + "-" + number;
    this.chain = chain;
    this.rpc = new JsonRpc(providers.client(ProviderSettings.of(name, url).limited(LIMITS)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean covers(ChainId asked) {
    return chain.equals(asked);
  }

  @Override
  public Json ask(ChainId asked, EvmCall call, Deadline deadline) {
    requireChain(deadline);
    return Answers.result(rpc.call(deadline, call.method(), call.params().toArray()));
  }

  @Override
  public Optional<List<Json>> internalTransfers(ChainId asked, String hash, Deadline deadline) {
    return Optional.empty();
  }

  private void requireChain(Deadline deadline) {
    if (!known) {
      var id = Hex.quantity(Answers.result(rpc.call(deadline, "eth_chainId")));
      if (!id.equals(Optional.of(new BigInteger(chain.reference())))) {
        throw NoAnswerException.down();
      }
      known = true;
    }
  }
}
