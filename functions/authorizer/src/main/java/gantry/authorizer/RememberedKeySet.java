package gantry.authorizer;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key set, fetched again when it is old or lacks a key. Strangers choose key ids, so that a
 * lack is followed up only once in a while.
 */
final class RememberedKeySet {
  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration PAUSE = Duration.ofSeconds(30);
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  /** How long the last good set bridges an outage. */
  static final Duration BRIDGED = Duration.ofHours(24);

  private static final Logger LOG = LoggerFactory.getLogger(RememberedKeySet.class);

  private final KeySetClient client;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile State state = new State(List.of(), Instant.MIN, Instant.MIN, null);

  RememberedKeySet(KeySetClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** Throws when the set cannot be had and what we remember does not answer the question. */
  Optional<RSAKey> find(@Nullable String keyId) {
    var now = clock.instant();
    var known = isWithin(FRESH, state.fetchedAt(), now) ? state : fetched(now);
    return known.find(keyId, now).or(() -> fetched(now).findOrFail(keyId, now));
  }

  private State fetched(Instant now) {
    fetching.lock();
    try {
      if (!isWithin(state.pause(), state.triedAt(), now)) {
        state = fetch(now);
      }
      return state;
    } finally {
      fetching.unlock();
    }
  }

  private State fetch(Instant now) {
    try {
      return new State(client.fetch(), now, now, null);
    } catch (IOException unreachable) {
      LOG.warn("The key set could not be fetched: {}", unreachable.getClass().getSimpleName());
      return new State(state.keys(), state.fetchedAt(), now, unreachable);
    }
  }

  private static boolean isWithin(Duration age, Instant start, Instant now) {
    return !now.isBefore(start) && start.isAfter(now.minus(age));
  }

  private record State(
      List<RSAKey> keys, Instant fetchedAt, Instant triedAt, @Nullable IOException failure) {
    Duration pause() {
      return failure == null ? PAUSE : PAUSE_AFTER_FAILURE;
    }

    /** A token without a key id can only mean the only key. */
    Optional<RSAKey> find(@Nullable String keyId, Instant now) {
      if (!isWithin(BRIDGED, fetchedAt, now)) {
        return Optional.empty();
      }
      return keyId == null && keys.size() == 1
          ? Optional.of(keys.getFirst())
          : keys.stream().filter(key -> keyId != null && keyId.equals(key.getKeyID())).findFirst();
    }

    Optional<RSAKey> findOrFail(@Nullable String keyId, Instant now) {
      var key = find(keyId, now);
      if (key.isEmpty() && failure != null) {
        throw new KeysUnavailableException(failure);
      }
      return key;
    }
  }
}
