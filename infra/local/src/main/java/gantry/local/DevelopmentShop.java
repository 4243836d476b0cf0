package gantry.local;

import java.util.Map;

/** What is sold here and where it is paid: the addresses are those of the provider simulator. */
final class DevelopmentShop {
  private static final String RECIPIENTS =
      """
      {"eip155:1":"0xf6ada9364b7d5d1836d2b7dad9320c921c31399b",\
      "tron:mainnet":"TV4Pjm67Yre9qgZ1GqCwNMfmijKmsAaqd5",\
      "solana:mainnet":"B1ybzdGNPRAXDfXLSeBnVhXYKnLhG47u7pP321p6Qk2J"}\
      """;

  private static final String PRODUCTS =
      """
      {"pro-30":{"usdCents":2500,"plan":"PRO","days":30,"assets":{"eip155:1":["USDT"]}}}\
      """;

  private static final String PLANS =
      """
      {"FREE":{"limits":{"units":5}},"STARTER":{"variants":["111"],"limits":{"units":50}},\
      "PRO":{"variants":["222"],"limits":{"units":500}},\
      "METERED":{"variants":["333"],"limits":{"units":1000},"reports":"units"}}\
      """;

  private DevelopmentShop() {}

  /** Settings by their names. */
  static Map<String, String> settings() {
    return Map.of("RECIPIENTS", RECIPIENTS, "PRODUCTS", PRODUCTS, "PLANS", PLANS);
  }
}
