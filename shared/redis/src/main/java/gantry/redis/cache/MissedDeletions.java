package gantry.redis.cache;

import gantry.redis.Epoch;
import gantry.redis.Place;
import gantry.redis.Redis;
import gantry.redis.Reply;
import gantry.redis.Reply.Answered;
import gantry.redis.Script;
import gantry.redis.Session;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deletions that one server has missed. The other keeps a note of it, and here it is remembered
 * when neither answered; before a server is believed again, its epoch begins anew. Every process
 * asks for notes at its first use of a connection and every few seconds: the one that deleted may
 * be gone.
 */
final class MissedDeletions {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Not a note that was written meanwhile. */
  private static final Script DROP =
      new Script(
          """
          if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
          return { 1 }
          """);

  private final Redis redis;
  private final String note;
  private final Epoch epoch;
  private final Duration kept;
  private final Set<Place> owed = EnumSet.noneOf(Place.class);
  private @Nullable Session asked;
  private long askedAt;

  MissedDeletions(Redis redis, String note, Epoch epoch, Duration kept) {
    this.redis = redis;
    this.note = note;
    this.epoch = epoch;
    this.kept = kept;
  }

  /** Takes down which servers have missed what the others have done. */
  void note(Map<Place, ? extends Reply<?>> replies) {
    var missing = EnumSet.noneOf(Place.class);
    replies.forEach((place, reply) -> {
      if (!(reply instanceof Answered)) {
        missing.add(place);
      }
    });
    missing.forEach(place -> {
      if (missing.contains(other(place)) || !isNotedAt(other(place))) {
        owe(place);
      }
    });
  }

  private boolean isNotedAt(Place keeper) {
    var own = Script.arg(UUID.randomUUID());
    var reply =
        redis.callAt(keeper, session -> session.commands().psetex(note, kept.toMillis(), own));
    return reply instanceof Answered;
  }

  /** While the backup is in use, the first does not answer, and is not asked for notes. */
  synchronized boolean areToBeAskedFor(Session session) {
    return owed.contains(session.place())
        || (session.place() == Place.PRIMARY
            && (!session.equals(asked) || System.nanoTime() - askedAt >= PAUSE.toNanos()));
  }

  /** Lets servers forget what they kept if they have missed a deletion. */
  void makeUpFor(Session session) {
    if (session.place() == Place.PRIMARY) {
      asked(session);
      redis.callAll(keeper -> keeper.commands().get(note)).forEach(this::follow);
    }
    if (owes(session.place()) && isRestarted(session.place())) {
      paid(session.place());
    }
  }

  private void follow(Place keeper, Reply<byte[]> reply) {
    if (reply instanceof Answered<byte[]>(var found, _)
        && found != null
        && isRestarted(other(keeper))) {
      var _ = redis.callAt(keeper, session -> DROP.run(session, List.of(note), found));
    }
  }

  private boolean isRestarted(Place place) {
    return redis.callAt(place, epoch::restart) instanceof Answered;
  }

  private synchronized void asked(Session session) {
    asked = session;
    askedAt = System.nanoTime();
  }

  private synchronized void owe(Place place) {
    owed.add(place);
  }

  private synchronized boolean owes(Place place) {
    return owed.contains(place);
  }

  private synchronized void paid(Place place) {
    owed.remove(place);
  }

  private static Place other(Place place) {
    return place == Place.PRIMARY ? Place.BACKUP : Place.PRIMARY;
  }
}
