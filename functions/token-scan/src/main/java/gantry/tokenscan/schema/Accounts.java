package gantry.tokenscan.schema;

import java.util.Set;

/** Accounts that are nobody's, and such as hold for everybody. */
final class Accounts {
  static final String ZERO = "0x0000000000000000000000000000000000000000";
  static final String DEAD = "0x000000000000000000000000000000000000dead";

  private static final Set<String> BURNING =
      Set.of(
          ZERO,
          DEAD,
          "0x0000000000000000000000000000000000000001",
          "0xdead000000000000000042069420694206942069",
          "1nc1nerator11111111111111111111111111111111",
          "11111111111111111111111111111111");

  /** They own the vaults of every pool of Raydium. */
  private static final Set<String> POOLS =
      Set.of(
          "5Q544fKrFoe6tsEbD7S8EmxGTJYAKtTVhAW5Q5pge4j1",
          "GpMZbSM2GgvTKHJirzeGfMFoaZ8UR2X7F4v8vHTvxFbL");

  private Accounts() {}

  static boolean isBurning(String account) {
    return BURNING.contains(account);
  }

  static boolean isEveryonesPool(String account) {
    return POOLS.contains(account);
  }
}
