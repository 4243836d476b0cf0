package gantry.payments.chain;

import gantry.chains.Address;
import gantry.payments.asset.Token;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one provider says of a transaction in a block.
 *
 * @param legs of a failed transaction there are none
 */
public record Evidence(
    String provider, Question question, Block block, Execution execution, List<Leg> legs) {
  /** How the transaction ended, and how much of it could be seen. */
  public enum Execution {
    SUCCEEDED,
    /** What contracts did with coins could not be looked at. */
    SUCCEEDED_UNTRACED,
    FAILED
  }

  public Evidence {
    legs = List.copyOf(legs);
  }

  public boolean hasFailed() {
    return execution == Execution.FAILED;
  }

  /** Legs to accounts that may be ours. */
  public List<Leg> inbound() {
    return legs.stream().filter(leg -> question.recipients().contains(leg.to())).toList();
  }

  /** Whether another provider saw the same: block, end, and every sum that concerns us. */
  public boolean agreesWith(Evidence other) {
    return isSamePlaceAndEnd(other) && sums(_ -> true).equals(other.sums(_ -> true));
  }

  /** Whether it saw the same but for coins, which it could not look for. */
  public boolean agreesButForCoins(Evidence other) {
    return other.execution == Execution.SUCCEEDED_UNTRACED
        && isSamePlaceAndEnd(other)
        && sums(Evidence::isNoCoin).equals(other.sums(Evidence::isNoCoin));
  }

  private boolean isSamePlaceAndEnd(Evidence other) {
    return block.height() == other.block.height()
        && sameHash(other)
        && hasFailed() == other.hasFailed();
  }

  private boolean sameHash(Evidence other) {
    return block.hash() == null
        || other.block.hash() == null
        || block.hash().equals(other.block.hash());
  }

  private Map<Set<Object>, BigInteger> sums(Predicate<Leg> wanted) {
    return inbound().stream()
        .filter(leg -> leg.units().signum() > 0)
        .filter(wanted)
        .collect(Collectors.toMap(leg -> key(leg.token(), leg.to()), Leg::units, BigInteger::add));
  }

  private static boolean isNoCoin(Leg leg) {
    return !leg.token().isCoin();
  }

  private static Set<Object> key(Token token, Address to) {
    return Set.of(token, to);
  }
}
