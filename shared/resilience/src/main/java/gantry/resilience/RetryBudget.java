package gantry.resilience;

/**
 * Bounds retries to a share of what succeeds: when everything fails, retries would only double the
 * load. Each retry is paid for by successes.
 */
public final class RetryBudget {
  private final int price;
  private final int capacity;
  private int saved;

  /** Starts full, with this many retries in hand. */
  public RetryBudget(int retries, int successesPerRetry) {
    this.price = successesPerRetry;
    this.capacity = retries * successesPerRetry;
    this.saved = capacity;
  }

  /** Ten retries in hand, and one more for every ten successes. */
  public static RetryBudget ofTenth() {
    return new RetryBudget(10, 10);
  }

  public synchronized void succeeded() {
    saved = Math.min(capacity, saved + 1);
  }

  /** Whether a retry may be made; each yes is paid for. */
  public synchronized boolean take() {
    if (saved < price) {
      return false;
    }
    saved -= price;
    return true;
  }
}
