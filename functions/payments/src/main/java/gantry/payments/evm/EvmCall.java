package gantry.payments.evm;

import java.util.List;
import java.util.Map;

/** A read that a node answers by JSON-RPC, and Etherscan by an action of the same name. */
record EvmCall(String method, List<Object> params, Map<String, String> query) {
  static EvmCall receipt(String hash) {
    return new EvmCall("eth_getTransactionReceipt", List.of(hash), Map.of("txhash", hash));
  }

  static EvmCall transaction(String hash) {
    return new EvmCall("eth_getTransactionByHash", List.of(hash), Map.of("txhash", hash));
  }

  static EvmCall block(long height) {
    var tag = "0x" + Long.toHexString(height);
    return new EvmCall(
        "eth_getBlockByNumber", List.of(tag, false), Map.of("tag", tag, "boolean", "false"));
  }

  static EvmCall head() {
    return new EvmCall("eth_blockNumber", List.of(), Map.of());
  }
}
