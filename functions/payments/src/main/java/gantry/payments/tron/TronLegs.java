package gantry.payments.tron;

import gantry.chains.ChainId;
import gantry.chains.TronAddress;
import gantry.payments.asset.Token;
import gantry.payments.chain.Leg;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Collects legs. Tronscan does not number events, so that a leg is named by what it is, and equal
 * ones are counted: both providers then give the same names.
 */
final class TronLegs {
  private final List<Leg> legs = new ArrayList<>();

  void add(Token token, TronAddress from, TronAddress to, BigInteger units) {
    var name = (token.isCoin() ? "coin" : token.contract()) + ":" + from + ":" + to + ":" + units;
    var equal = legs.stream().filter(leg -> leg.index().startsWith(name + ":")).count();
    legs.add(new Leg(name + ":" + equal, token, Set.of(from), to, units));
  }

  void addCoin(TronAddress from, TronAddress to, BigInteger units) {
    add(Token.coinOf(ChainId.TRON), from, to, units);
  }

  List<Leg> all() {
    return List.copyOf(legs);
  }
}
