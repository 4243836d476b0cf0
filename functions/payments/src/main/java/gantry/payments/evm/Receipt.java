package gantry.payments.evm;

import gantry.chains.EvmAddress;
import gantry.payments.asset.Token;
import gantry.payments.chain.Leg;
import gantry.payments.chain.Question;
import gantry.providers.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a mined transaction did. */
record Receipt(Question question, Json json, long height, String blockHash) {
  /** Empty when it is another transaction's, or none at all. */
  static Optional<Receipt> read(Question question, Json json) {
    var isOurs = Hex.word(json.at("transactionHash")).map("0x"::concat);
    var height = Hex.number(json.at("blockNumber"));
    var blockHash = Hex.word(json.at("blockHash"));
    var status = Hex.quantity(json.at("status"));
    return isOurs.equals(Optional.of(question.hash().value()))
            && height.isPresent()
            && blockHash.isPresent()
            && status.isPresent()
        ? Optional.of(new Receipt(question, json, height.get(), blockHash.get()))
        : Optional.empty();
  }

  boolean hasFailed() {
    return Hex.quantity(json.at("status")).filter(it -> it.signum() > 0).isEmpty();
  }

  /** What tokens moved, as their contracts told; what was asked of them proves nothing. */
  List<Leg> tokenLegs() {
    return logs().stream().filter(this::isOfThisBlock).flatMap(this::leg).toList();
  }

  private boolean isOfThisBlock(Json log) {
    var removed = log.at("removed").flag().orElse(false);
    var here = Hex.word(log.at("blockHash")).map(blockHash::equals).orElse(true);
    return !removed && here;
  }

  private List<Json> logs() {
    return json.at("logs").items();
  }

  private Stream<Leg> leg(Json log) {
    var contract = log.at("address").text().flatMap(EvmAddress::parse);
    var index = Hex.number(log.at("logIndex"));
    var transfer = TransferLog.read(log);
    if (contract.isEmpty() || index.isEmpty() || transfer.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        new Leg(
            "event-" + position(index.get()),
            new Token(question.chain(), contract.get()),
            Set.of(EvmAddress.ofBytes(transfer.get().from())),
            EvmAddress.ofBytes(transfer.get().to()),
            transfer.get().units()));
  }

  /** Among the transaction's logs: their own numbers are another block's after a reorganisation. */
  private long position(long index) {
    return logs().stream()
        .map(log -> Hex.number(log.at("logIndex")))
        .flatMap(Optional::stream)
        .filter(other -> other < index)
        .count();
  }
}
