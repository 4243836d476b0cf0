package gantry.payments;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings, by the names of their variables; an empty one is as good as none. */
@Singleton
final class PaymentsConfig {
  private final Environment environment;

  PaymentsConfig(Environment environment) {
    this.environment = environment;
  }

  /** {@code PRODUCTS}. */
  String products() {
    return text("products", "{}");
  }

  /** {@code RECIPIENTS}. */
  String recipients() {
    return text("recipients", "{}");
  }

  /** {@code PAYMENT_INTENT_LIFETIME}. */
  Duration intentLifetime() {
    return duration("payment-intent-lifetime", "PT1H");
  }

  /** {@code PAYMENT_CONFIRMATIONS}: what differs from the defaults, by chain. */
  String confirmations() {
    return text("payment-confirmations", "{}");
  }

  /** {@code PAYMENT_TWO_PROVIDERS_FROM}: cents as {@code usdCents}, and coins by their code. */
  String twoProvidersFrom() {
    return text("payment-two-providers-from", "{}");
  }

  /** {@code PAYMENT_WATCH_FOR}. */
  Duration watchFor() {
    return duration("payment-watch-for", "PT24H");
  }

  /** {@code PAYMENT_RECHECK_AFTER}. */
  Duration recheckAfter() {
    return duration("payment-recheck-after", "PT1H");
  }

  /** {@code PAYMENT_WATCH_QUEUE_URL}. */
  @Nullable String watchQueueUrl() {
    return text("payment-watch-queue-url", "");
  }

  /** {@code ACCESS_GRANTS_QUEUE_URL}. */
  @Nullable String grantsQueueUrl() {
    return text("access-grants-queue-url", "");
  }

  /** {@code ETHERSCAN_BASE_URL}. */
  String etherscan() {
    return text("etherscan-base-url", "https://api.etherscan.io");
  }

  /** {@code ETHERSCAN_CHAINS}: the chains of the plan; these are the free one's. */
  String etherscanChains() {
    return text("etherscan-chains", "[\"eip155:1\",\"eip155:137\",\"eip155:42161\"]");
  }

  /** {@code ETHERSCAN_PER_SECOND}: calls of the plan, of all processes together. */
  int etherscanPerSecond() {
    var number = text("etherscan-per-second", "3");
    if (!number.matches("[1-9]\\d{0,5}")) {
      throw new IllegalStateException("ETHERSCAN_PER_SECOND has a mistake");
    }
    return Integer.parseInt(number);
  }

  /** {@code SOLSCAN_BASE_URL}. */
  String solscan() {
    return text("solscan-base-url", "https://pro-api.solscan.io/v2.0");
  }

  /** {@code TRONSCAN_BASE_URL}. */
  String tronscan() {
    return text("tronscan-base-url", "https://apilist.tronscanapi.com");
  }

  /** {@code TRONGRID_BASE_URL}. */
  String trongrid() {
    return text("trongrid-base-url", "https://api.trongrid.io");
  }

  private String text(String name, String otherwise) {
    return environment
        .getProperty(name, String.class)
        .filter(value -> !value.isBlank())
        .orElse(otherwise);
  }

  private Duration duration(String name, String otherwise) {
    return parsed(text(name, otherwise))
        .filter(Duration::isPositive)
        .orElseThrow(() ->
            new IllegalStateException(
                name.toUpperCase(Locale.ROOT).replace('-', '_') + " has a mistake"));
  }

  private static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
