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
  }

  Thresholds thresholds() {
    return new Thresholds(
        new Steps(taxCritical, taxHigh, taxMedium),
        new Steps(BigDecimal.ONE, walletHigh, walletMedium),
        new Steps(BigDecimal.ZERO, liquidityHigh, liquidityMedium),
        coverage);
  }
}
