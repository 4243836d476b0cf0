package gantry.chains;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names a transaction on a kind of chain, in the one form that its nodes use. */
public record TransactionHash(ChainId.Family family, String value) {
  private static final Pattern HEX = Pattern.compile("(?:0[xX])?([0-9a-fA-F]{64})");
  private static final int SIGNATURE_BYTES = 64;

  public TransactionHash {
    if (!canonical(family, value).equals(Optional.of(value))) {
      throw new IllegalArgumentException("Not a canonical transaction hash");
    }
  }

  /**
   * 32 bytes as 64 digits of any case, with or without {@code 0x}; on Solana the first signature.
   * All zeros name nothing.
   */
  public static Optional<TransactionHash> parse(ChainId.Family family, String text) {
    return canonical(family, text).map(value -> new TransactionHash(family, value));
  }

  private static Optional<String> canonical(ChainId.Family family, String text) {
    return switch (family) {
      case EVM -> digits(text).map("0x"::concat);
      case TRON -> digits(text);
      case SOLANA -> isSignature(text) ? Optional.of(text) : Optional.empty();
    };
  }

  private static Optional<String> digits(String text) {
    var hex = HEX.matcher(text);
    return hex.matches()
        ? Optional.of(hex.group(1).toLowerCase(Locale.ROOT)).filter(TransactionHash::isNotZero)
        : Optional.empty();
  }

  private static boolean isNotZero(String digits) {
    return digits.chars().anyMatch(digit -> digit != '0');
  }

  private static boolean isSignature(String text) {
    return Base58.decode(text)
        .filter(bytes -> bytes.length == SIGNATURE_BYTES && isNotZero(bytes))
        .isPresent();
  }

  private static boolean isNotZero(byte[] bytes) {
    for (var value : bytes) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return value;
  }
}
