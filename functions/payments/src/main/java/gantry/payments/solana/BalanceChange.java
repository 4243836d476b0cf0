package gantry.payments.solana;

import gantry.chains.ChainId;
import gantry.chains.SolanaAddress;
import gantry.payments.asset.Token;
import gantry.payments.chain.Leg;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an owner had more or less of a mint, or of the coin, after the transaction. Instructions may
 * hide, be nested or take a fee on the way; balances tell what arrived.
 *
 * @param mint null for the coin
 */
record BalanceChange(SolanaAddress owner, @Nullable SolanaAddress mint, BigInteger units) {
  /** One leg per owner and token: who gained, and all who lost of the same. */
  static List<Leg> legs(List<BalanceChange> changes) {
    var legs = new ArrayList<Leg>();
    byToken(changes)
        .forEach((token, byOwner) -> {
          var payers = losers(byOwner);
          byOwner.forEach((owner, units) -> {
            if (units.signum() >= 0) {
              legs.add(new Leg(index(token, owner), token, payers, owner, units));
            }
          });
        });
    return legs;
  }

  private static Map<Token, Map<SolanaAddress, BigInteger>> byToken(List<BalanceChange> changes) {
    var tokens = new LinkedHashMap<Token, Map<SolanaAddress, BigInteger>>();
    for (var change : changes) {
      tokens
          .computeIfAbsent(new Token(ChainId.SOLANA, change.mint()), _ -> new LinkedHashMap<>())
          .merge(change.owner(), change.units(), BigInteger::add);
    }
    return tokens;
  }

  private static Set<gantry.chains.Address> losers(Map<SolanaAddress, BigInteger> byOwner) {
    return byOwner.entrySet().stream()
        .filter(change -> change.getValue().signum() < 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String index(Token token, SolanaAddress owner) {
    return (token.isCoin() ? "coin" : String.valueOf(token.contract())) + ":" + owner;
  }
}
