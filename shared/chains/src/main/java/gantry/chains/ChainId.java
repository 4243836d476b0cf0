package gantry.chains;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A chain by its name, such as {@code eip155:1}, {@code solana:mainnet} or {@code tron:mainnet}.
 */
public record ChainId(Family family, String reference) {
  public static final ChainId SOLANA = new ChainId(Family.SOLANA, "mainnet");
  public static final ChainId TRON = new ChainId(Family.TRON, "mainnet");

  private static final Pattern EVM = Pattern.compile("eip155:([1-9]\\d{0,17})");

  /** Chains that write addresses and transactions in the same way. */
  public enum Family {
    EVM("eip155"),
    SOLANA("solana"),
    TRON("tron");

    private final String namespace;

    Family(String namespace) {
      this.namespace = namespace;
    }
  }

  public ChainId {
    if (reference.isEmpty()) {
      throw new IllegalArgumentException("A chain has a reference");
    }
  }

  public static ChainId evm(long id) {
    return new ChainId(Family.EVM, String.valueOf(id));
  }

  /** Empty for anything but the exact name of a main network that we know how to read. */
  public static Optional<ChainId> parse(String text) {
    if (text.equals(SOLANA.toString())) {
      return Optional.of(SOLANA);
    }
    if (text.equals(TRON.toString())) {
      return Optional.of(TRON);
    }
    var evm = EVM.matcher(text);
    return evm.matches() ? Optional.of(new ChainId(Family.EVM, evm.group(1))) : Optional.empty();
  }

  @Override
  public String toString() {
    return family.namespace + ":" + reference;
  }
}
