package gantry.payments.evm;

import gantry.chains.EvmAddress;
import gantry.providers.Json;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hexadecimal texts of nodes. */
public final class Hex {
  private static final Pattern QUANTITY = Pattern.compile("0[xX][0-9a-fA-F]{1,64}");
  private static final Pattern WORD = Pattern.compile("(0[xX])?[0-9a-fA-F]{64}");
  private static final int WORD_DIGITS = 64;

  private Hex() {}

  static Optional<BigInteger> quantity(Json json) {
    return json.text()
        .filter(QUANTITY.asMatchPredicate())
        .map(text -> new BigInteger(text.substring(2), 16));
  }

  static Optional<Long> number(Json json) {
    return quantity(json).filter(number -> number.bitLength() < 63).map(BigInteger::longValue);
  }

  /** 32 bytes in lower case without {@code 0x}, which TRON leaves out. */
  public static Optional<String> word(Json json) {
    return json.text()
        .filter(WORD.asMatchPredicate())
        .map(text -> text.substring(text.length() - WORD_DIGITS).toLowerCase(Locale.ROOT));
  }

  /** The account in a topic: twelve bytes of zeros before it. */
  public static Optional<byte[]> account(Json json) {
    var padding = "0".repeat(WORD_DIGITS - 2 * EvmAddress.BYTES);
    return word(json)
        .filter(digits -> digits.startsWith(padding))
        .map(digits -> HexFormat.of().parseHex(digits.substring(padding.length())));
  }
}
