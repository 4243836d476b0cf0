package gantry.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.chains.ChainId;
import gantry.payments.evm.EvmConfig;
import gantry.payments.solana.SolanaConfig;
import gantry.payments.tron.TronConfig;
import gantry.payments.verdict.Thresholds;
import gantry.providers.Json;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the settings that are JSON; a mistake in them stops the start. */
final class ChainSettings {
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
    document("PAYMENT_CONFIRMATIONS", config.confirmations())
        .members()
        .forEach((name, number) ->
            confirmations.put(chain("PAYMENT_CONFIRMATIONS", name), positive(number)));
    var coins = new LinkedHashMap<>(LARGE_COINS);
    var limits = document("PAYMENT_TWO_PROVIDERS_FROM", config.twoProvidersFrom());
    limits
        .members()
        .forEach((code, limit) -> limit.text().ifPresent(text -> coins.put(code, text)));
    var cents = limits.at("usdCents");
    return new Thresholds(confirmations, cents.isAbsent() ? LARGE : positive(cents), coins);
  }

  static EvmConfig evm(PaymentsConfig config) {
    var chains =
        document("ETHERSCAN_CHAINS", config.etherscanChains()).items().stream()
            .map(name -> chain("ETHERSCAN_CHAINS", name.text().orElse("")))
            .collect(Collectors.toSet());
    var urls = new LinkedHashMap<ChainId, List<String>>();
    document("EVM_RPC_URLS", config.evmRpcUrls())
        .members()
        .forEach((name, list) ->
            urls.put(
                chain("EVM_RPC_URLS", name),
                list.items().stream().map(Json::text).flatMap(Optional::stream).toList()));
    return new EvmConfig(config.etherscan(), chains, config.etherscanPerSecond(), urls);
  }

  static SolanaConfig solana(PaymentsConfig config) {
    return new SolanaConfig(config.solscan(), config.solanaRpc());
  }

  static TronConfig tron(PaymentsConfig config) {
    return new TronConfig(config.tronscan(), config.trongrid());
  }

  private static Json document(String setting, String text) {
    return Json.read(text.getBytes(UTF_8))
        .orElseThrow(() -> new IllegalStateException(setting + " is no JSON"));
  }

  private static ChainId chain(String setting, String name) {
    return ChainId.parse(name)
        .orElseThrow(() -> new IllegalStateException(setting + " has an unknown chain"));
  }

  private static long positive(Json number) {
    return number
        .integer()
        .filter(it -> it.signum() > 0 && it.bitLength() < 63)
        .map(BigInteger::longValue)
        .orElseThrow(() -> new IllegalStateException("A setting is no positive number"));
  }
}
