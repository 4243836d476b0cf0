package gantry.chains;

import java.util.Arrays;
import java.util.Optional;

/** Twenty bytes of TRON, kept as the {@code T…} of 34 characters. */
public record TronAddress(String value) implements Address {
  private static final byte MAIN_NETWORK = 0x41;
  private static final int LENGTH = 34;

  public TronAddress {
    if (payload(value).isEmpty()) {
      throw new IllegalArgumentException("Not a TRON address");
    }
  }

  /** The form with checksum only; in hexadecimal it has none. */
  public static Optional<TronAddress> parse(String text) {
    return payload(text).map(_ -> new TronAddress(text));
  }

  /** From the bytes that EVM logs carry, without TRON's leading {@code 41}. */
  public static TronAddress ofBytes(byte[] bytes) {
    if (bytes.length != EvmAddress.BYTES) {
      throw new IllegalArgumentException("A TRON address has 20 bytes");
    }
    var payload = new byte[1 + bytes.length];
    payload[0] = MAIN_NETWORK;
    System.arraycopy(bytes, 0, payload, 1, bytes.length);
    return new TronAddress(Base58Check.encode(payload));
  }

  /** Without the leading {@code 41}. */
  public byte[] bytes() {
    var payload = payload(value).orElseThrow();
    return Arrays.copyOfRange(payload, 1, payload.length);
  }

  private static Optional<byte[]> payload(String text) {
    return text.length() == LENGTH
        ? Base58Check.decode(text)
            .filter(payload -> payload.length == 1 + EvmAddress.BYTES)
            .filter(payload -> payload[0] == MAIN_NETWORK)
        : Optional.empty();
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
