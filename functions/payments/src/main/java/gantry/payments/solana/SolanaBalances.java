package gantry.payments.solana;

import gantry.chains.SolanaAddress;
import gantry.payments.chain.NoAnswerException;
import gantry.providers.Json;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The balances before and after a transaction, as a node lists them. */
final class SolanaBalances {
  private final Json meta;
  private final List<Json> accounts;

  /** With {@code jsonParsed} the keys of look-up tables are in the list already. */
  SolanaBalances(Json transaction) {
    this.meta = transaction.at("meta");
    this.accounts = transaction.at("transaction", "message", "accountKeys").items();
  }

  List<BalanceChange> changes() {
    var changes = new ArrayList<BalanceChange>();
    addTokens(changes, "postTokenBalances", BigInteger.ONE);
    // What was there before and is missing now has been moved away with its account.
    addTokens(changes, "preTokenBalances", BigInteger.ONE.negate());
    addCoins(changes);
    return changes;
  }

  private void addTokens(List<BalanceChange> changes, String member, BigInteger sign) {
    for (var entry : meta.at(member).items()) {
      var owner = entry.at("owner").text().flatMap(SolanaAddress::parse);
      var mint = entry.at("mint").text().flatMap(SolanaAddress::parse);
      var amount = entry.at("uiTokenAmount", "amount").text().filter(it -> it.matches("\\d{1,20}"));
      // Very old transactions name no owners: nothing can be said of such a balance.
      if (owner.isPresent()) {
        var units = new BigInteger(amount.orElseThrow(NoAnswerException::down)).multiply(sign);
        var known = mint.orElseThrow(NoAnswerException::down);
        changes.add(new BalanceChange(owner.get(), known, units));
      }
    }
  }

  private void addCoins(List<BalanceChange> changes) {
    var before = meta.at("preBalances").items();
    var after = meta.at("postBalances").items();
    if (before.size() != after.size() || before.size() != accounts.size()) {
      throw NoAnswerException.down();
    }
    for (var i = 0; i < accounts.size(); i++) {
      var owner = owner(accounts.get(i));
      changes.add(
          new BalanceChange(owner, null, number(after.get(i)).subtract(number(before.get(i)))));
    }
  }

  private static SolanaAddress owner(Json account) {
    return Optional.of(account.at("pubkey"))
        .flatMap(Json::text)
        .flatMap(SolanaAddress::parse)
        .orElseThrow(NoAnswerException::down);
  }

  private static BigInteger number(Json json) {
    return json.integer().orElseThrow(NoAnswerException::down);
  }
}
