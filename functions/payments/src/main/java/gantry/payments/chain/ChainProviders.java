package gantry.payments.chain;

import java.util.List;

/** All providers, in the order in which they are asked. */
public record ChainProviders(List<ChainProvider> inOrder) {
  public ChainProviders {
    inOrder = List.copyOf(inOrder);
  }
}
