package gantry.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.chains.ChainId;
import gantry.payments.asset.Amounts;
import gantry.payments.asset.Assets;
import gantry.payments.evm.EvmConfig;
import gantry.payments.tron.TronConfig;
import gantry.payments.verdict.Thresholds;
import gantry.providers.Json;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the settings that are JSON; a mistake in them stops the start. */
final class ChainSettings {
  private static final String TWO_PROVIDERS = "PAYMENT_TWO_PROVIDERS_FROM";
  private static final long LARGE = 100_000;

  private static final Map<ChainId, Long> CONFIRMATIONS =
      Map.of(
          ChainId.evm(1),
          12L,
          ChainId.evm(10),
          20L,
          ChainId.evm(56),
          15L,
          ChainId.evm(137),
          64L,
          ChainId.evm(8453),
          20L,
          ChainId.evm(42161),
          20L,
          ChainId.evm(43114),
          20L,
          ChainId.SOLANA,
          1L,
          ChainId.TRON,
          19L);

  private static final Map<String, String> LARGE_COINS =
      Map.of("ETH", "0.3", "BNB", "1", "POL", "2000", "AVAX", "30", "SOL", "5", "TRX", "3000");

  private ChainSettings() {}

  static Thresholds thresholds(PaymentsConfig config) {
    var confirmations = new LinkedHashMap<>(CONFIRMATIONS);
    object("PAYMENT_CONFIRMATIONS", config.confirmations())
        .members()
        .forEach((name, number) ->
            confirmations.put(
                chain("PAYMENT_CONFIRMATIONS", name), positive("PAYMENT_CONFIRMATIONS", number)));
    var limits = object(TWO_PROVIDERS, config.twoProvidersFrom());
    var cents = limits.at("usdCents");
    return new Thresholds(
        confirmations, cents.isAbsent() ? LARGE : positive(TWO_PROVIDERS, cents), coins(limits));
  }

  private static Map<String, BigInteger> coins(Json limits) {
    var coins = new LinkedHashMap<String, BigInteger>();
    LARGE_COINS.forEach((code, limit) -> coins.put(code, units(code, limit)));
    limits
        .members()
        .forEach((code, limit) -> {
          if (!code.equals("usdCents")) {
            coins.put(code, units(code, limit.text().orElse("")));
          }
        });
    return coins;
  }

  /** An amount is a text: a number would have been rounded by whoever wrote it. */
  private static BigInteger units(String code, String amount) {
    return Assets.coin(code)
        .flatMap(coin -> Amounts.parse(amount, coin))
        .orElseThrow(() -> mistake(TWO_PROVIDERS));
  }

  static EvmConfig evm(PaymentsConfig config) {
    var names = document("ETHERSCAN_CHAINS", config.etherscanChains());
    require(names.isList(), "ETHERSCAN_CHAINS");
    var chains =
        names.items().stream()
            .map(name -> chain("ETHERSCAN_CHAINS", name.text().orElse("")))
            .collect(Collectors.toSet());
    return new EvmConfig(config.etherscan(), chains, config.etherscanPerSecond());
  }

  static TronConfig tron(PaymentsConfig config) {
    return new TronConfig(config.tronscan(), config.trongrid());
  }

  private static Json object(String setting, String text) {
    var json = document(setting, text);
    require(json.isObject(), setting);
    return json;
  }

  private static Json document(String setting, String text) {
    return Json.read(text.getBytes(UTF_8)).orElseThrow(() -> mistake(setting));
  }

  private static ChainId chain(String setting, String name) {
    return ChainId.parse(name).orElseThrow(() -> mistake(setting));
  }

  private static long positive(String setting, Json number) {
    return number
        .integer()
        .filter(it -> it.signum() > 0 && it.bitLength() < 63)
        .map(BigInteger::longValue)
        .orElseThrow(() -> mistake(setting));
  }

  private static void require(boolean isRight, String setting) {
    if (!isRight) {
      throw mistake(setting);
    }
  }

  private static IllegalStateException mistake(String setting) {
    return new IllegalStateException(setting + " has a mistake");
  }
}
