package gantry.lambda;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes RFC 9562 version 7 ids: the millisecond first, then 74 random bits. */
public final class UuidV7 {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public UuidV7(Clock clock) {
    this.clock = clock;
  }

  /** The next id, ordered after those of earlier milliseconds. */
  public UUID next() {
    var high = clock.millis() << 16 | VERSION | random.nextInt(1 << 12);
    var low = VARIANT | random.nextLong() >>> 2;
    return new UUID(high, low);
  }
}
