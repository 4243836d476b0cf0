package gantry.redis.cache;

import gantry.redis.Epoch;
import gantry.redis.Place;
import gantry.redis.Session;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Joins the cache's epoch once over each new connection, before anything else. */
final class Sessions {
  private final Epoch epoch;
  private final Map<Place, Joined> latest = new EnumMap<>(Place.class);

  Sessions(Epoch epoch) {
    this.epoch = epoch;
  }

  synchronized CompletionStage<Duration> join(Session session) {
    var joined = latest.get(session.place());
    if (joined == null
        || !joined.session().equals(session)
        || joined.age().isCompletedExceptionally()) {
      joined = new Joined(session, epoch.join(session).toCompletableFuture());
      latest.put(session.place(), joined);
    }
    return joined.age();
  }

  private record Joined(Session session, CompletableFuture<Duration> age) {}
}
