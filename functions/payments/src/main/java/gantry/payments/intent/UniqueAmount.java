package gantry.payments.intent;

import gantry.payments.asset.Asset;
import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** Random low digits that make an amount tell whose payment it is; at most a cent of a dollar. */
final class UniqueAmount {
  private static final int FEW = 9_999;
  private static final int MANY = 99_999;

  /** After so many collisions there is one digit more. */
  private static final int CROWDED = 6;

  private static final int VISIBLE_IN_DOLLARS = 6;
  private static final int VISIBLE_IN_COINS = 9;

  private UniqueAmount() {}

  /** Never the round amount itself. */
  static BigInteger draw(BigInteger base, Asset asset, int collisions, RandomGenerator random) {
    var visible = asset.isStablecoin() ? VISIBLE_IN_DOLLARS : VISIBLE_IN_COINS;
    var step = BigInteger.TEN.pow(Math.max(0, asset.decimals() - visible));
    var digits = 1 + random.nextInt(collisions < CROWDED ? FEW : MANY);
    return base.add(step.multiply(BigInteger.valueOf(digits)));
  }
}
