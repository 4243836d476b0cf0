package gantry.payments.intent;

import gantry.chains.Address;
import gantry.chains.ChainId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code PRODUCTS}, {@code RECIPIENTS} and {@code PAYMENT_INTENT_LIFETIME}: what can be bought, and
 * where to pay.
 */
public record Catalog(
    Map<String, Product> products, Map<ChainId, Address> recipients, Duration lifetime) {
  public Catalog {
    products = Map.copyOf(products);
    recipients = Map.copyOf(recipients);
  }

  public Optional<Product> product(String name) {
    return Optional.ofNullable(products.get(name));
  }

  public Optional<Address> recipient(ChainId chain) {
    return Optional.ofNullable(recipients.get(chain));
  }

  /** Chains where we have an account, also those that an intent does not name. */
  public Set<ChainId> chains() {
    return recipients.keySet();
  }
}
