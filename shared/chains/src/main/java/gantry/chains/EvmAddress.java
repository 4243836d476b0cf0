package gantry.chains;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Twenty bytes of an EVM chain, kept as {@code 0x} and lower-case digits. */
public record EvmAddress(String value) implements Address {
  public static final int BYTES = 20;

  private static final Pattern CANONICAL = Pattern.compile("0x[0-9a-f]{40}");
  private static final Pattern WRITTEN = Pattern.compile("0[xX]([0-9a-fA-F]{40})");

  public EvmAddress {
    if (!CANONICAL.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a canonical EVM address");
    }
  }

  /** Digits of one case, or of both with the checksum of EIP-55. */
  public static Optional<EvmAddress> parse(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    var digits = written.group(1);
    var lower = digits.toLowerCase(Locale.ROOT);
    var isOneCase = digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT));
    var address = new EvmAddress("0x" + lower);
    return isOneCase || address.display().endsWith(digits)
        ? Optional.of(address)
        : Optional.empty();
  }

  public static EvmAddress ofBytes(byte[] bytes) {
    return new EvmAddress("0x" + HexFormat.of().formatHex(bytes));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(value, 2, value.length());
  }

  /** In EIP-55's mixed case. */
  @Override
  public String display() {
    var digits = value.substring(2);
    var hash = HexFormat.of().formatHex(Keccak256.digest(digits.getBytes(US_ASCII)));
    var mixed = new StringBuilder("0x");
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(i);
      mixed.append(hash.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
    }
    return mixed.toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
