package gantry.payments;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** A transaction of an EVM chain in the JSON of its nodes. */
public record EvmTransaction(
    String hash, Place place, String status, Call call, List<String> logs) {
  static final String USDT = "0xdac17f958d2ee523a2206206994597c13d831ec7";
  static final String USDC = "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48";
  static final String OURS = "0xf6ada9364b7d5d1836d2b7dad9320c921c31399b";
  static final String PAYER = "0x48be6e5dbf937ba43b72de426e5bb669895a25ed";
  static final String STRANGER = "0x9a0b1c2d3e4f50617283940a1b2c3d4e5f607182";

  private static final String TRANSFER =
      "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
  private static final String APPROVAL =
      "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";

  /** Where it is, and the newest block. */
  record Place(long height, String blockHash, Instant time, long newest) {}

  /** What the sender asked for. */
  record Call(String to, String value, String input) {}

  /** Numbered, so that no two are the same; thirteen blocks deep. */
  public static EvmTransaction at(int number, Instant time, String... logs) {
    var height = 0x169a220L;
    var place = new Place(height, "0x" + "ab".repeat(32), time, height + 12);
    var call = new Call(USDT, "0x0", "0xa9059cbb");
    return new EvmTransaction(
        "0x%064x".formatted(0xfeed0000L + number), place, "0x1", call, List.of(logs));
  }

  EvmTransaction reverted() {
    return new EvmTransaction(hash, place, "0x0", call, List.of());
  }

  EvmTransaction in(Place other) {
    return new EvmTransaction(hash, other, status, call, logs);
  }

  EvmTransaction calling(String to, String value, String input) {
    return new EvmTransaction(hash, place, status, new Call(to, value, input), logs);
  }

  /** So many blocks deep. */
  EvmTransaction confirmed(long times) {
    return in(
        new Place(place.height(), place.blockHash(), place.time(), place.height() + times - 1));
  }

  public static String transfer(int index, String token, String from, String to, String units) {
    return log(index, token, List.of(TRANSFER, word(from), word(to)), "0x" + hex(units));
  }

  static String nft(int index, String token, String from, String to) {
    return log(index, token, List.of(TRANSFER, word(from), word(to), "0x" + hex("7")), "0x");
  }

  static String approval(int index, String token, String owner, String spender, String units) {
    return log(index, token, List.of(APPROVAL, word(owner), word(spender)), "0x" + hex(units));
  }

  String heightHex() {
    return "0x" + Long.toHexString(place.height());
  }

  String head() {
    return "\"0x" + Long.toHexString(place.newest()) + "\"";
  }

  String receipt() {
    return """
    {"transactionHash":"%s","blockHash":"%s","blockNumber":"%s","transactionIndex":"0x2a",
     "status":"%s","type":"0x2","from":"%s","to":"%s","contractAddress":null,
     "gasUsed":"0xb4c8","cumulativeGasUsed":"0xa12515","effectiveGasPrice":"0x5a9c688d",
     "logs":[%s],"logsBloom":"0x00"}
    """
        .formatted(
            hash,
            place.blockHash(),
            heightHex(),
            status,
            PAYER,
            call.to(),
            String.join(",", logs).replace("$HASH", hash).replace("$BLOCK", place.blockHash()));
  }

  String transaction() {
    return """
    {"blockHash":"%s","blockNumber":"%s","from":"%s","gas":"0x186a0","gasPrice":"0x5a9c688d",
     "hash":"%s","input":"%s","nonce":"0x7","to":"%s","transactionIndex":"0x2a","value":"%s",
     "type":"0x2","chainId":"0x1","v":"0x1","r":"0x1","s":"0x1"}
    """
        .formatted(
            place.blockHash(), heightHex(), PAYER, hash, call.input(), call.to(), call.value());
  }

  String pending() {
    return transaction()
        .replace("\"" + place.blockHash() + "\"", "null")
        .replace("\"" + heightHex() + "\"", "null");
  }

  String block() {
    return "{\"number\":\"%s\",\"hash\":\"%s\",\"timestamp\":\"0x%x\",\"transactions\":[]}"
        .formatted(heightHex(), place.blockHash(), place.time().getEpochSecond());
  }

  private static String log(int index, String token, List<String> topics, String data) {
    return """
    {"address":"%s","topics":["%s"],"data":"%s","blockNumber":"0x169a220","blockHash":"$BLOCK",
     "transactionHash":"$HASH","transactionIndex":"0x2a","logIndex":"0x%x","removed":false}
    """
        .formatted(token, String.join("\",\"", topics), data, index);
  }

  private static String word(String address) {
    return "0x" + "0".repeat(24) + address.substring(2);
  }

  private static String hex(String units) {
    return "%064x".formatted(new BigInteger(units));
  }
}
