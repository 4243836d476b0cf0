package gantry.payments.evm;

import gantry.providers.Json;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An ERC-20 Transfer event, also of TRON: exactly three topics. An ERC-721 has the same first topic
 * and four of them; an Approval has another.
 */
@SuppressWarnings("ArrayRecordComponent") // Read at once and never compared.
public record TransferLog(byte[] from, byte[] to, BigInteger units) {
  private static final String TRANSFER =
      "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

  /** Empty for every other event. */
  public static Optional<TransferLog> read(Json log) {
    var topics = log.at("topics").items();
    if (topics.size() != 3 || !Hex.word(topics.getFirst()).equals(Optional.of(TRANSFER))) {
      return Optional.empty();
    }
    var from = Hex.account(topics.get(1));
    var to = Hex.account(topics.get(2));
    var units = Hex.word(log.at("data")).map(digits -> new BigInteger(digits, 16));
    return from.isPresent() && to.isPresent() && units.isPresent()
        ? Optional.of(new TransferLog(from.get(), to.get(), units.get()))
        : Optional.empty();
  }
}
