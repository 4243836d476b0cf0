package gantry.payments.chain;

import gantry.chains.ChainId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The newest block that a provider knows, remembered for seconds: it only makes a payment wait. */
public final class RecentHeads {
  private static final Duration FRESH = Duration.ofSeconds(3);

  private record Head(long height, Instant until) {}

  private final Map<ChainId, Head> heads = new ConcurrentHashMap<>();
  private final Clock clock;

  public RecentHeads(Clock clock) {
    this.clock = clock;
  }

  /** How many blocks confirm this one; zero when the provider is behind. */
  public long confirmations(ChainId chain, long height, LongSupplier ask) {
    return Math.max(0, head(chain, ask) - height + 1);
  }

  private long head(ChainId chain, LongSupplier ask) {
    var known = heads.get(chain);
    if (known != null && clock.instant().isBefore(known.until())) {
      return known.height();
    }
    var height = ask.getAsLong();
    heads.put(chain, new Head(height, clock.instant().plus(FRESH)));
    return height;
  }
}
