package gantry.payments.chain;

import gantry.chains.ChainId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes whose addresses are a secret, as many have a key in them. They are made when somebody asks,
 * and anew when the secret is another; a mistake in a new one leaves them as they were.
 */
public final class SecretNodes implements ChainProviders {
  private static final Logger LOG = LoggerFactory.getLogger(SecretNodes.class);

  private final ChainId.Family family;
  private final Supplier<String> secret;
  private final Function<String, List<ChainProvider>> make;
  private @Nullable Made made;

  /** Making throws an {@link IllegalArgumentException}, without the addresses, for a mistake. */
  public SecretNodes(
      ChainId.Family family, Supplier<String> secret, Function<String, List<ChainProvider>> make) {
    this.family = family;
    this.secret = secret;
    this.make = make;
  }

  @Override
  public List<ChainProvider> of(ChainId chain) {
    return chain.family() == family
        ? current().stream().filter(node -> node.covers(chain)).toList()
        : List.of();
  }

  private synchronized List<ChainProvider> current() {
    var text = secret.get();
    if (made == null || !made.of().equals(text)) {
      made = new Made(text, nodes(text, made));
    }
    return made.nodes();
  }

  private List<ChainProvider> nodes(String text, @Nullable Made before) {
    try {
      return make.apply(text);
    } catch (IllegalArgumentException mistake) {
      if (before == null) {
        throw mistake;
      }
      LOG.error("{}; the nodes stay as they were", mistake.getMessage());
      return before.nodes();
    }
  }

  private record Made(String of, List<ChainProvider> nodes) {}
}
