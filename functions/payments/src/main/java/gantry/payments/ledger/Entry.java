package gantry.payments.ledger;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;

/** Movements of one currency that sum to zero. */
public record Entry(Kind kind, String currency, Map<Account, BigInteger> lines) {
  /** What happened; each at most once per claim. */
  public enum Kind {
    RECEIPT,
    CREDIT,
    /** A credit of what had waited alone; an earlier credit of the claim may have been reversed. */
    ALLOCATION,
    RETURN,
    REVERSAL
  }

  public Entry {
    var kept = new EnumMap<Account, BigInteger>(Account.class);
    lines.forEach((account, units) -> {
      if (units.signum() != 0) {
        kept.put(account, units);
      }
    });
    if (kept.values().stream().reduce(BigInteger.ZERO, BigInteger::add).signum() != 0) {
      throw new IllegalArgumentException("An entry sums to zero");
    }
    lines = Map.copyOf(kept);
  }

  /** Too little came; it belongs to the intent all the same. */
  public static Entry receipt(String currency, BigInteger received) {
    return new Entry(
        Kind.RECEIPT,
        currency,
        Map.of(Account.RECEIVED, received, Account.UNALLOCATED, received.negate()));
  }

  /** What came, and what had waited, is credited; a surplus stays visible. */
  public static Entry credit(
      String currency, BigInteger received, BigInteger waited, BigInteger surplus) {
    return new Entry(
        received.signum() == 0 ? Kind.ALLOCATION : Kind.CREDIT,
        currency,
        Map.of(
            Account.RECEIVED,
            received,
            Account.UNALLOCATED,
            waited,
            Account.CREDITED,
            received.add(waited).subtract(surplus).negate(),
            Account.SURPLUS,
            surplus.negate()));
  }

  /** An operator refused what had waited. */
  public static Entry returned(String currency, BigInteger waited) {
    return new Entry(
        Kind.RETURN,
        currency,
        Map.of(Account.UNALLOCATED, waited, Account.TO_RETURN, waited.negate()));
  }

  /** What came is gone; whatever else was credited with it waits again. */
  public static Entry reversal(
      String currency, BigInteger gone, Map<Account, BigInteger> credited) {
    var credit = credited.getOrDefault(Account.CREDITED, BigInteger.ZERO);
    var surplus = credited.getOrDefault(Account.SURPLUS, BigInteger.ZERO);
    return new Entry(
        Kind.REVERSAL,
        currency,
        Map.of(
            Account.RECEIVED,
            gone.negate(),
            Account.CREDITED,
            credit.negate(),
            Account.SURPLUS,
            surplus.negate(),
            Account.UNALLOCATED,
            gone.add(credit).add(surplus)));
  }
}
