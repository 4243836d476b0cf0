package gantry.payments.evm;

import gantry.chains.EvmAddress;
import gantry.payments.asset.Token;
import gantry.payments.chain.Leg;
import gantry.payments.chain.NoAnswerException;
import gantry.payments.chain.Question;
import gantry.providers.Json;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Coins that a transaction carries, or that a contract moved in it. */
final class CoinTransfer {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,30}");

  private CoinTransfer() {}

  /** The transaction's own value; empty when it creates a contract. */
  static Optional<Leg> topLevel(Question question, Json transaction) {
    var isOurs = Hex.word(transaction.at("hash")).map("0x"::concat);
    var value = Hex.quantity(transaction.at("value"));
    var from = address(transaction.at("from"));
    if (!isOurs.equals(Optional.of(question.hash().value())) || value.isEmpty() || from.isEmpty()) {
      throw NoAnswerException.down();
    }
    return address(transaction.at("to"))
        .map(to -> leg(question, "value", from.get(), to, value.get()));
  }

  /** One entry of Etherscan's list of internal transactions. */
  static Optional<Leg> internal(Question question, Json entry, int index) {
    var from = address(entry.at("from"));
    var to = address(entry.at("to"));
    var value = entry.at("value").text().filter(DECIMAL.asMatchPredicate()).map(BigInteger::new);
    var failed = entry.at("isError").scalar().filter("1"::equals).isPresent();
    return failed || from.isEmpty() || to.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(leg(question, "internal-" + index, from.get(), to.get(), value.get()));
  }

  private static Leg leg(
      Question question, String index, EvmAddress from, EvmAddress to, BigInteger units) {
    return new Leg(index, Token.coinOf(question.chain()), Set.of(from), to, units);
  }

  private static Optional<EvmAddress> address(Json json) {
    return json.text().flatMap(EvmAddress::parse);
  }
}
