package gantry.payments.verdict;

import gantry.chains.Address;
import gantry.payments.asset.Asset;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a transaction has to fulfil.
 *
 * @param options of the transaction's chain; none when it is another chain than the intent's
 * @param earlier by asset, what other claims of the intent have brought
 * @param taken legs of this transaction that belong to other claims
 */
public record Terms(
    List<Option> options, Window window, PayerRule payer, Earlier earlier, Set<String> taken) {
  public Terms {
    options = List.copyOf(options);
    taken = Set.copyOf(taken);
  }

  /** A leg that is all of a transaction; an operator vouched for it. */
  public static final String WHOLE = "whole";

  /** One way to pay. */
  public record Option(Asset asset, Address recipient, BigInteger units) {}

  /** Block times that count, both included. */
  public record Window(Instant from, Instant to) {}

  /** What the intent got before, and whether that was enough. */
  public record Earlier(boolean credited, List<Part> parts) {
    public static final Earlier NOTHING = new Earlier(false, List.of());

    public Earlier {
      parts = List.copyOf(parts);
    }

    BigInteger of(Asset asset) {
      return parts.stream()
          .filter(part -> part.currency().equals(asset.currency()))
          .map(Part::units)
          .reduce(BigInteger.ZERO, BigInteger::add);
    }
  }

  /** What one claim brought. */
  public record Part(String currency, BigInteger units) {}
}
