package gantry.chains;

import java.util.Optional;

/** Thirty-two bytes of Solana in base58: a wallet, a token account, a mint or a program. */
public record SolanaAddress(String value) implements Address {
  public static final int BYTES = 32;

  public SolanaAddress {
    if (!isAddress(value)) {
      throw new IllegalArgumentException("Not a Solana address");
    }
  }

  public static Optional<SolanaAddress> parse(String text) {
    return isAddress(text) ? Optional.of(new SolanaAddress(text)) : Optional.empty();
  }

  public byte[] bytes() {
    return Base58.decode(value).orElseThrow();
  }

  private static boolean isAddress(String text) {
    return Base58.decode(text).filter(bytes -> bytes.length == BYTES).isPresent();
  }

  @Override
  public String display() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
