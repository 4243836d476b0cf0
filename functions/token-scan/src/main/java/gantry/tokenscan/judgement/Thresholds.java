package gantry.tokenscan.judgement;

import java.math.BigDecimal;

/**
 * Where a finding begins. Shares and taxes are fractions, liquidity is in US dollars.
 *
 * @param tax from where a tax is critical, high and medium
 * @param wallet above which one wallet's share is high and medium
 * @param liquidity below which it is high and medium
 * @param coverage below which part of the expected answers nobody can judge
 */
public record Thresholds(Steps tax, Steps wallet, Steps liquidity, BigDecimal coverage) {
  public static final Thresholds STANDARD =
      new Thresholds(
          new Steps(new BigDecimal("0.5"), new BigDecimal("0.1"), new BigDecimal("0.05")),
          new Steps(BigDecimal.ONE, new BigDecimal("0.5"), new BigDecimal("0.2")),
          new Steps(BigDecimal.ZERO, new BigDecimal("1000"), new BigDecimal("50000")),
          new BigDecimal("0.5"));

  /** One number for each severity. */
  public record Steps(BigDecimal critical, BigDecimal high, BigDecimal medium) {}
}
