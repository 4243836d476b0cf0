package gantry.tokenscan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenScanConfigTest {
  private static final List<String> CHAINS =
      List.of(
          "eip155:1",
          "eip155:10",
          "eip155:56",
          "eip155:137",
          "eip155:8453",
          "eip155:42161",
          "eip155:43114");

  @Test
  void theThresholdsAreTheIssues() {
    try (var context = ApplicationContext.run()) {
      assertThat(context.getBean(TokenScanConfig.class))
          .isEqualTo(config(CHAINS, "0.5", "0.1", "0.05", "0.5", "0.2", "1000", "50000", "0.5"));
    }
  }

  @Test
  void settingsMaySayOtherwise() {
    var variables =
        Map.<String, Object>ofEntries(
            Map.entry("token-scan.chains", "eip155:1,eip155:56"),
            Map.entry("token-scan.tax-critical", "0.4"),
            Map.entry("token-scan.tax-high", "0.2"),
            Map.entry("token-scan.tax-medium", "0.02"),
            Map.entry("token-scan.wallet-high", "0.6"),
            Map.entry("token-scan.wallet-medium", "0.3"),
            Map.entry("token-scan.liquidity-high", "2000"),
            Map.entry("token-scan.liquidity-medium", "60000"),
            Map.entry("token-scan.coverage", "0.7"));

    try (var context = ApplicationContext.run(variables)) {
      var chains = List.of("eip155:1", "eip155:56");
      assertThat(context.getBean(TokenScanConfig.class))
          .isEqualTo(config(chains, "0.4", "0.2", "0.02", "0.6", "0.3", "2000", "60000", "0.7"));
    }
  }

  private static TokenScanConfig config(List<String> chains, String... numbers) {
    var decimals = List.of(numbers).stream().map(BigDecimal::new).toList();
    return new TokenScanConfig(
        chains,
        decimals.get(0),
        decimals.get(1),
        decimals.get(2),
        decimals.get(3),
        decimals.get(4),
        decimals.get(5),
        decimals.get(6),
        decimals.get(7));
  }
}
