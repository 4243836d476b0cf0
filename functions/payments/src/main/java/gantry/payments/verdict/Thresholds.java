package gantry.payments.verdict;

import gantry.chains.ChainId;
import gantry.payments.asset.Amounts;
import gantry.payments.asset.Asset;
import gantry.payments.asset.Assets;
import gantry.payments.asset.Token;
import gantry.payments.chain.Evidence;
import gantry.payments.chain.Leg;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code PAYMENT_CONFIRMATIONS} by chain, and from which amounts two providers must agree: {@code
 * PAYMENT_TWO_PROVIDERS_FROM} in cents of a dollar for stablecoins and by code for coins, in their
 * units.
 */
public record Thresholds(
    Map<ChainId, Long> confirmations, long twoProvidersFromCents, Map<String, BigInteger> coins) {
  /** For a chain that is not listed. */
  private static final long CAUTIOUS = 64;

  public Thresholds {
    confirmations = Map.copyOf(confirmations);
    coins = Map.copyOf(coins);
  }

  long confirmations(ChainId chain) {
    return confirmations.getOrDefault(chain, CAUTIOUS);
  }

  /** Whether what came, or what it is a part of, needs a second opinion. */
  public boolean areReachedBy(Evidence evidence) {
    var sums =
        evidence.inbound().stream()
            .collect(Collectors.toMap(Leg::token, Leg::units, BigInteger::add));
    return sums.entrySet().stream()
        .anyMatch(sum -> isLarge(sum.getKey(), sum.getValue().max(asked(evidence, sum.getKey()))));
  }

  /** Payments that fill an intent together are credited as one. */
  private static BigInteger asked(Evidence evidence, Token token) {
    return evidence.question().asked().getOrDefault(token, BigInteger.ZERO);
  }

  private boolean isLarge(Token token, BigInteger units) {
    return Assets.of(token).filter(asset -> units.compareTo(limit(asset)) >= 0).isPresent();
  }

  /** A coin without a limit is always large. */
  private BigInteger limit(Asset asset) {
    return asset.isStablecoin()
        ? Amounts.ofCents(twoProvidersFromCents, asset)
        : coins.getOrDefault(asset.code(), BigInteger.ONE);
  }
}
