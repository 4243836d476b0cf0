package gantry.payments.tron;

import gantry.chains.TronAddress;
import gantry.payments.chain.NoAnswerException;
import gantry.providers.Answer;
import gantry.providers.Json;
import gantry.providers.Outcome.Reason;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What TRON's providers have in common. */
final class TronAnswers {
  private static final Pattern HEX_ADDRESS = Pattern.compile("(41|0x)?([0-9a-fA-F]{40})");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,60}");

  private TronAnswers() {}

  /** Both refuse with 403, or with a text inside a 200, and suspend the key for half a minute. */
  static Optional<Reason> reasonAgainst(Answer answer) {
    var json = answer.json();
    var text =
        json.flatMap(it -> it.at("error").text().or(() -> it.at("Error").text()))
            .map(error -> error.toLowerCase(Locale.ROOT))
            .orElse("");
    return text.contains("frequency limit") || text.contains("suspended")
        ? Optional.of(Reason.THROTTLED)
        : Optional.empty();
  }

  /** In base58check, or the hexadecimal form of nodes. */
  static Optional<TronAddress> address(Json json) {
    return json.text().flatMap(text -> TronAddress.parse(text).or(() -> ofHex(text)));
  }

  static Optional<BigInteger> units(Json json) {
    return json.scalar().filter(DECIMAL.asMatchPredicate()).map(BigInteger::new);
  }

  static long number(Json json) {
    return json.integer()
        .filter(number -> number.signum() >= 0 && number.bitLength() < 63)
        .map(BigInteger::longValue)
        .orElseThrow(NoAnswerException::down);
  }

  private static Optional<TronAddress> ofHex(String text) {
    var hex = HEX_ADDRESS.matcher(text);
    return hex.matches()
        ? Optional.of(TronAddress.ofBytes(HexFormat.of().parseHex(hex.group(2))))
        : Optional.empty();
  }
}
