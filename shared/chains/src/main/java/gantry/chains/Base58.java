package gantry.chains;

import java.math.BigInteger;
import java.util.Optional;

/** Bitcoin's base58, which Solana and TRON write their names in. */
public final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
  private static final char ZERO = '1';

  /** Twice the longest name: the work grows with the square. */
  private static final int MAX_LENGTH = 180;

  private Base58() {}

  public static String encode(byte[] bytes) {
    var text = new StringBuilder();
    for (var rest = new BigInteger(1, bytes); rest.signum() > 0; ) {
      var step = rest.divideAndRemainder(BASE);
      text.append(ALPHABET.charAt(step[1].intValue()));
      rest = step[0];
    }
    for (var i = 0; i < bytes.length && bytes[i] == 0; i++) {
      text.append(ZERO);
    }
    return text.reverse().toString();
  }

  /** Empty for foreign characters and for what is longer than any name. */
  public static Optional<byte[]> decode(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var number = BigInteger.ZERO;
    for (var i = 0; i < text.length(); i++) {
      var digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      number = number.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    return Optional.of(withLeadingZeros(text, number));
  }

  private static byte[] withLeadingZeros(String text, BigInteger number) {
    var zeros = 0;
    while (zeros < text.length() && text.charAt(zeros) == ZERO) {
      zeros++;
    }
    var digits = number.signum() == 0 ? new byte[0] : number.toByteArray();
    // A positive number may carry a byte for its sign.
    var sign = digits.length > 0 && digits[0] == 0 ? 1 : 0;
    var bytes = new byte[zeros + digits.length - sign];
    System.arraycopy(digits, sign, bytes, zeros, digits.length - sign);
    return bytes;
  }
}
