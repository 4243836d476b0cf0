package gantry.payments.chain;

import gantry.chains.ChainId;
import java.util.List;
import java.util.stream.Stream;

/** Who can be asked about a chain, in the order in which they are asked. */
@FunctionalInterface
public interface ChainProviders {
  List<ChainProvider> of(ChainId chain);

  /** Always these, as far as they cover the chain. */
  static ChainProviders always(List<ChainProvider> providers) {
    return chain -> providers.stream().filter(it -> it.covers(chain)).toList();
  }

  /** First those of the first. */
  static ChainProviders inOrder(ChainProviders... groups) {
    return chain -> Stream.of(groups).flatMap(group -> group.of(chain).stream()).toList();
  }
}
