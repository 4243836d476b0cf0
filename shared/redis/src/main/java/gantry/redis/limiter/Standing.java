package gantry.redis.limiter;

import gantry.redis.Epoch;
import gantry.redis.Place;
import gantry.redis.Session;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * For how long the server in use has counted everything, as far as this process can know. The
 * backup counts from when we come; the first server goes on with its epoch, unless we come back to
 * it.
 */
final class Standing {
  /** A single lost reply makes no difference to a limit. */
  private static final int TOLERATED = 3;

  private final Epoch epoch = new Epoch("limit:{epoch}");
  private final Map<Place, Joined> joined = new EnumMap<>(Place.class);
  private int elsewhere;

  /** To be asked before counting; does something only over a new connection. */
  synchronized CompletionStage<Duration> join(Session session) {
    var known = joined.get(session.place());
    if (known == null
        || !known.session().equals(session)
        || known.age().isCompletedExceptionally()) {
      var age = isNew(session.place(), known) ? epoch.restart(session) : epoch.join(session);
      known = new Joined(session, age.toCompletableFuture(), System.nanoTime());
      joined.put(session.place(), known);
    }
    return known.age();
  }

  private boolean isNew(Place place, @Nullable Joined known) {
    return place == Place.BACKUP ? known == null : elsewhere >= TOLERATED;
  }

  /** Whether the counts over this connection, which was joined, hold a whole window. */
  synchronized boolean isWhole(Session session, Duration window) {
    var known = joined.get(session.place());
    if (known == null || !known.session().equals(session) || !known.age().isDone()) {
      return false;
    }
    var here = Duration.ofNanos(System.nanoTime() - known.since());
    return known.age().join().plus(here).compareTo(window) >= 0;
  }

  /** Nobody counted: what this process allows meanwhile is in no server's count. */
  synchronized void lost() {
    elsewhere++;
  }

  /** A server has counted. */
  synchronized void counted(Session session) {
    if (session.place() == Place.BACKUP) {
      elsewhere++;
    } else {
      elsewhere = 0;
      joined.remove(Place.BACKUP);
    }
  }

  private record Joined(Session session, CompletableFuture<Duration> age, long since) {}
}
