package gantry.payments.verdict;

import gantry.chains.Address;
import gantry.payments.asset.Asset;
import gantry.payments.chain.Leg;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a transaction brought towards one option. */
public record Money(Terms.Option option, List<Leg> legs, BigInteger received, BigInteger earlier) {
  private static final BigInteger WHOLE = BigInteger.valueOf(1_000);
  private static final BigInteger LEAST = BigInteger.valueOf(995);
  private static final BigInteger MOST = BigInteger.valueOf(1_005);

  public Money {
    legs = List.copyOf(legs);
  }

  public Asset asset() {
    return option.asset();
  }

  public BigInteger required() {
    return option.units();
  }

  public Set<Address> payers() {
    return legs.stream().flatMap(leg -> leg.from().stream()).collect(Collectors.toSet());
  }

  /** With what came before. */
  public BigInteger total() {
    return received.add(earlier);
  }

  /** Half a percent less is enough. */
  boolean isEnough() {
    return total().multiply(WHOLE).compareTo(required().multiply(LEAST)) >= 0;
  }

  /** Up to half a percent more is as good as exact. */
  boolean isOverpaid() {
    return total().multiply(WHOLE).compareTo(required().multiply(MOST)) > 0;
  }

  boolean isExact() {
    return received.equals(required());
  }

  /** Zero unless it counts as overpaid. */
  public BigInteger surplus() {
    return isOverpaid() ? total().subtract(required()) : BigInteger.ZERO;
  }

  /** Zero when it is enough. */
  public BigInteger shortBy() {
    return isEnough() ? BigInteger.ZERO : required().subtract(total());
  }
}
