package gantry.tokenscan.judgement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Fractions as people read them. */
final class Shares {
  private Shares() {}

  static String percent(BigDecimal share) {
    return share
            .movePointRight(2)
            .setScale(1, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }
}
