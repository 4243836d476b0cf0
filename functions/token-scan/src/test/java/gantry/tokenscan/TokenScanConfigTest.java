package gantry.tokenscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.tokenscan.facts.Token;
import gantry.tokenscan.judgement.JudgeToken;
import gantry.tokenscan.judgement.Level;
import gantry.tokenscan.schema.GoPlusAnswer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenScanConfigTest {
  private static final String EXAMPLE = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
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
  void theEnvironmentMaySayOtherwise() {
    var variables =
        Map.<String, Object>of(
            "TOKEN_SCAN_CHAINS", "eip155:1,eip155:56",
            "TOKEN_SCAN_TAX_CRITICAL", "0.4",
            "TOKEN_SCAN_TAX_HIGH", "0.2",
            "TOKEN_SCAN_TAX_MEDIUM", "0.02",
            "TOKEN_SCAN_WALLET_HIGH", "0.6",
            "TOKEN_SCAN_WALLET_MEDIUM", "0.3",
            "TOKEN_SCAN_LIQUIDITY_HIGH", "2000",
            "TOKEN_SCAN_LIQUIDITY_MEDIUM", "60000",
            "TOKEN_SCAN_COVERAGE", "0.7");

    try (var context = withEnvironment(variables)) {
      var chains = List.of("eip155:1", "eip155:56");
      assertThat(context.getBean(TokenScanConfig.class))
          .isEqualTo(config(chains, "0.4", "0.2", "0.02", "0.6", "0.3", "2000", "60000", "0.7"));
    }
  }

  @Test
  void aTokenIsJudgedByTheThresholdsOfTheEnvironment() {
    var taxed = Document.named("goplus/clean").with("0.04", "result", EXAMPLE, "sell_tax");

    try (var standard = withEnvironment(Map.of());
        var strict = withEnvironment(Map.of("TOKEN_SCAN_TAX_MEDIUM", "0.04"))) {
      assertThat(level(standard, taxed)).isEqualTo(Level.LOW);
      assertThat(level(strict, taxed)).isEqualTo(Level.MEDIUM);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TOKEN_SCAN_TAX_CRITICAL, 0.04",
    "TOKEN_SCAN_WALLET_HIGH, 0.1",
    "TOKEN_SCAN_LIQUIDITY_HIGH, 60000"
  })
  void aThresholdThatWouldHideAnotherStopsTheStart(String variable, String value) {
    try (var context = withEnvironment(Map.of(variable, value))) {
      assertThatThrownBy(() -> context.getBean(TokenScanConfig.class))
          .hasStackTraceContaining("Thresholds are out of order");
    }
  }

  private static Level level(ApplicationContext context, Document answer) {
    var token = new Token("eip155:10", EXAMPLE);
    var said = GoPlusAnswer.read(answer.json(), token, Instant.EPOCH);
    return context.getBean(JudgeToken.class).judge(token, List.of(said)).level();
  }

  private static ApplicationContext withEnvironment(Map<String, Object> variables) {
    var source =
        PropertySource.of(
            "shell", variables, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("a test"));
    return ApplicationContext.builder().propertySources(source).start();
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
