package gantry.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** One secret, read again after 60 seconds; the last good value bridges an outage of an hour. */
final class RememberedSecret {
  static final Duration FRESH = Duration.ofSeconds(60);
  static final Duration BRIDGED = Duration.ofHours(1);

  /** Each failed read may cost seconds, which not every caller should pay. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(RememberedSecret.class);

  private final Supplier<Optional<String>> source;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<String> value = Optional.empty();
  private Instant readAt = Instant.MIN;
  private Instant failedAt = Instant.MIN;
  private @Nullable SdkException failure;

  RememberedSecret(Supplier<Optional<String>> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  Optional<String> value() {
    lock.lock();
    try {
      var now = clock.instant();
      if (isWithin(FRESH, readAt, now)) {
        return value;
      }
      return isWithin(PAUSE, failedAt, now) ? lastGood(now) : read(now);
    } finally {
      lock.unlock();
    }
  }

  private Optional<String> read(Instant now) {
    try {
      value = source.get();
      readAt = now;
    } catch (SdkException unreachable) {
      LOG.warn("A secret could not be read again: {}", unreachable.getClass().getSimpleName());
      failure = unreachable;
      failedAt = now;
    }
    return lastGood(now);
  }

  private Optional<String> lastGood(Instant now) {
    if (failure != null && !isWithin(BRIDGED, readAt, now)) {
      throw new SecretUnavailableException(failure);
    }
    return value;
  }

  /** False too when the clock went back, as after a restored snapshot. */
  private static boolean isWithin(Duration age, Instant start, Instant now) {
    return !now.isBefore(start) && start.isAfter(now.minus(age));
  }
}
