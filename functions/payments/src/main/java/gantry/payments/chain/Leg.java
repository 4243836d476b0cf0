package gantry.payments.chain;

import gantry.chains.Address;
import gantry.payments.asset.Token;
import java.math.BigInteger;
import java.util.Set;

/**
 * Value that one account got.
 *
 * @param index tells it from the transaction's other legs, the same whichever provider is asked
 * @param from who paid; several where the chain only shows balances
 */
public record Leg(String index, Token token, Set<Address> from, Address to, BigInteger units) {
  public Leg {
    from = Set.copyOf(from);
    if (units.signum() < 0) {
      throw new IllegalArgumentException("A leg's value is not negative");
    }
  }
}
