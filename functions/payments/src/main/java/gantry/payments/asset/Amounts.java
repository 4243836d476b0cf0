package gantry.payments.asset;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as people write them, and exactly as chains count them. */
public final class Amounts {
  private static final Pattern WRITTEN = Pattern.compile("(0|[1-9]\\d{0,29})(\\.\\d{1,18})?");

  private Amounts() {}

  /** Empty for anything but a positive plain decimal that the asset can hold to the last digit. */
  public static Optional<BigInteger> parse(String text, int decimals) {
    if (text.length() > 60 || !WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    var units = new BigDecimal(text).movePointRight(decimals).stripTrailingZeros();
    return units.scale() <= 0 && units.signum() > 0
        ? Optional.of(units.toBigIntegerExact())
        : Optional.empty();
  }

  public static Optional<BigInteger> parse(String text, Asset asset) {
    return parse(text, asset.decimals());
  }

  /** A dollar's hundredths in a stablecoin's units. */
  public static BigInteger ofCents(long cents, Asset asset) {
    return BigDecimal.valueOf(cents, 2).movePointRight(asset.decimals()).toBigIntegerExact();
  }

  /** Without trailing zeros and without an exponent. */
  public static String format(BigInteger units, int decimals) {
    return units.signum() == 0
        ? "0"
        : new BigDecimal(units, decimals).stripTrailingZeros().toPlainString();
  }

  public static String format(BigInteger units, Asset asset) {
    return format(units, asset.decimals());
  }
}
