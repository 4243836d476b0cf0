package gantry.tokenscan;

import gantry.tokenscan.judgement.Thresholds;
import gantry.tokenscan.judgement.Thresholds.Steps;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.math.BigDecimal;
import java.util.List;

/** {@code TOKEN_SCAN_CHAINS} and where findings begin, {@code TOKEN_SCAN_TAX_HIGH} and so on. */
@ConfigurationProperties("token-scan")
record TokenScanConfig(
    @Bindable(
            defaultValue =
                "eip155:1,eip155:10,eip155:56,eip155:137,eip155:8453,eip155:42161,eip155:43114")
        List<String> chains,
    @Bindable(defaultValue = "0.5") BigDecimal taxCritical,
    @Bindable(defaultValue = "0.1") BigDecimal taxHigh,
    @Bindable(defaultValue = "0.05") BigDecimal taxMedium,
    @Bindable(defaultValue = "0.5") BigDecimal walletHigh,
    @Bindable(defaultValue = "0.2") BigDecimal walletMedium,
    @Bindable(defaultValue = "1000") BigDecimal liquidityHigh,
    @Bindable(defaultValue = "50000") BigDecimal liquidityMedium,
    @Bindable(defaultValue = "0.5") BigDecimal coverage) {
  TokenScanConfig {
    chains = List.copyOf(chains);
    requireFalling(taxCritical, taxHigh, taxMedium);
    requireFalling(BigDecimal.ONE, walletHigh, walletMedium);
    requireFalling(liquidityMedium, liquidityHigh, BigDecimal.ZERO);
  }

  /** A step on the wrong side of its neighbour would never be reached: a trap would look better. */
  private static void requireFalling(BigDecimal first, BigDecimal second, BigDecimal third) {
    if (first.compareTo(second) < 0 || second.compareTo(third) < 0) {
      throw new IllegalArgumentException(
          "Thresholds are out of order: %s, %s, %s".formatted(first, second, third));
    }
  }

  Thresholds thresholds() {
    return new Thresholds(
        new Steps(taxCritical, taxHigh, taxMedium),
        new Steps(BigDecimal.ONE, walletHigh, walletMedium),
        new Steps(BigDecimal.ZERO, liquidityHigh, liquidityMedium),
        coverage);
  }
}
