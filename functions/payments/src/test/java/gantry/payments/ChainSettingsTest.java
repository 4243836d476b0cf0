package gantry.payments;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gantry.chains.ChainId;
import gantry.payments.verdict.Thresholds;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings say when nobody sets them, and that a mistake in one stops the start. */
class ChainSettingsTest {
  @Test
  void eachChainHasItsConfirmations() {
    assertThat(thresholds(Map.of()).confirmations())
        .contains(
            entry(ChainId.evm(1), 12L),
            entry(ChainId.evm(56), 15L),
            entry(ChainId.evm(137), 64L),
            entry(ChainId.evm(8453), 20L),
            entry(ChainId.evm(10), 20L),
            entry(ChainId.evm(42161), 20L),
            entry(ChainId.TRON, 19L));
  }

  @Test
  void aChainsConfirmationsCanBeSetAndTheOthersStay() {
    var set = thresholds(Map.of("payment-confirmations", "{\"eip155:1\":32}"));

    assertThat(set.confirmations())
        .contains(entry(ChainId.evm(1), 32L), entry(ChainId.evm(56), 15L));
  }

  @Test
  void theAmountsForTwoProvidersCanBeSet() {
    var before = thresholds(Map.of());
    var set =
        thresholds(Map.of("payment-two-providers-from", "{\"usdCents\":5000,\"ETH\":\"1.5\"}"));

    assertThat(before.twoProvidersFromCents()).isEqualTo(100_000);
    assertThat(before.coins().get("ETH")).hasToString("300000000000000000");
    assertThat(set.twoProvidersFromCents()).isEqualTo(5_000);
    assertThat(set.coins().get("ETH")).hasToString("1500000000000000000");
    assertThat(set.coins().get("TRX")).isEqualTo(before.coins().get("TRX"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "payment-confirmations | {",
        "payment-confirmations | []",
        "payment-confirmations | {\"eip155:1\":0}",
        "payment-confirmations | {\"eip155:1\":\"12\"}",
        "payment-confirmations | {\"ethereum\":12}",
        "payment-two-providers-from | 1000",
        "payment-two-providers-from | {\"usdCents\":\"1000\"}",
        "payment-two-providers-from | {\"usdcents\":1000}",
        "payment-two-providers-from | {\"ETH\":0.3}",
        "payment-two-providers-from | {\"ETH\":\"0,3\"}",
        "payment-two-providers-from | {\"ETH\":\"0.0000000000000000001\"}",
        "payment-two-providers-from | {\"DOGE\":\"3\"}",
        "payment-intent-lifetime | 1h",
        "payment-watch-for | PT0S",
        "payment-recheck-after | PT-1H",
        "etherscan-per-second | 0",
        "etherscan-chains | \"eip155:1\"",
      })
  void aMistakeStopsTheStart(String setting, String value) {
    var config = config(Map.of(setting, value));

    assertThatIllegalStateException()
        .isThrownBy(() -> {
          ChainSettings.thresholds(config);
          ChainSettings.evm(config);
          config.intentLifetime();
          config.watchFor();
          config.recheckAfter();
        })
        .withMessageContaining(setting.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Test
  void timesHaveTheirDefaults() {
    var config = config(Map.of());

    assertThat(config.intentLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(config.watchFor()).isEqualTo(Duration.ofHours(24));
    assertThat(config.recheckAfter()).isEqualTo(Duration.ofHours(1));
    assertThat(config.etherscanPerSecond()).isEqualTo(3);
  }

  private static Thresholds thresholds(Map<String, Object> settings) {
    return ChainSettings.thresholds(config(settings));
  }

  /** Without beans: only the settings are read. */
  private static PaymentsConfig config(Map<String, ?> settings) {
    var context = ApplicationContext.builder().properties(Map.copyOf(settings)).build();
    return new PaymentsConfig(context.getEnvironment().start());
  }
}
