package gantry.redis.lock;

import static gantry.redis.Script.arg;
import static gantry.redis.Script.integer;

import gantry.redis.Redis;
import gantry.redis.Reply;
import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import gantry.redis.Script;
import gantry.redis.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks by name, with fencing numbers. A number is the server's time in microseconds, or one more
 * than the last: a server that takes over, or has lost its memory, goes on above.
 */
@Singleton
public final class Locks {
  private static final Duration FENCE_KEPT = Duration.ofDays(30);
  private static final int MOST_REMEMBERED = 1_000;

  /**
   * Keys: lock, fence. Arguments: token, how long, the highest number known, how long to keep it.
   */
  private static final Script TAKE =
      new Script(
          """
          local holder = redis.call('GET', KEYS[1])
          if holder and holder ~= ARGV[1] then
            return { 0, math.max(0, redis.call('PTTL', KEYS[1])) }
          end
          local time = redis.call('TIME')
          local now = time[1] * 1000000 + time[2]
          local last = tonumber(redis.call('GET', KEYS[2]) or 0)
          local fence = math.max(now, last + 1, tonumber(ARGV[3]) + 1)
          redis.call('SET', KEYS[2], string.format('%.0f', fence), 'PX', ARGV[4])
          redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
          return { 1, fence }
          """);

  private static final Script EXTEND =
      new Script(
          """
          if redis.call('GET', KEYS[1]) ~= ARGV[1] then return { 0 } end
          return { redis.call('PEXPIRE', KEYS[1], ARGV[2]) }
          """);

  private static final Script RELEASE =
      new Script(
          """
          if redis.call('GET', KEYS[1]) ~= ARGV[1] then return { 0 } end
          return { redis.call('DEL', KEYS[1]) }
          """);

  private final Redis redis;
  private final Map<String, Long> highest = new ConcurrentHashMap<>();

  public Locks(Redis redis) {
    this.redis = redis;
  }

  /** Takes the lock if nobody holds it; waiting is up to the caller. */
  public Outcome take(String name, Duration length) {
    var token = UUID.randomUUID().toString();
    var known = highest.getOrDefault(name, 0L);
    var reply =
        redis.call(session ->
            TAKE.run(
                session,
                keys(name),
                arg(token),
                arg(length.toMillis()),
                arg(known),
                arg(FENCE_KEPT.toMillis())));
    return switch (reply) {
      case Answered<List<Object>>(var answer, var session) when integer(answer.getFirst()) == 1 ->
          new Outcome.Held(held(name, integer(answer.get(1)), session, token));
      case Answered<List<Object>>(var answer, _) ->
          new Outcome.Busy(Duration.ofMillis(integer(answer.get(1))));
      case Unanswered<List<Object>> _ -> new Outcome.Unguarded();
    };
  }

  /** Keeps the lock for so long from now; false when it is lost, or nobody knows. */
  public boolean extend(Lease lease, Duration length) {
    return holds(
        redis.callAt(
            lease.place(),
            session ->
                EXTEND.run(
                    session, keys(lease.name()), arg(lease.token()), arg(length.toMillis()))));
  }

  /** Gives the lock back; false when it was lost, or nobody knows. */
  public boolean release(Lease lease) {
    return holds(redis.callAt(lease.place(), session -> release(session, lease)));
  }

  private static CompletionStage<List<Object>> release(Session session, Lease lease) {
    return RELEASE.run(session, keys(lease.name()), arg(lease.token()));
  }

  private Lease held(String name, long fence, Session session, String token) {
    if (highest.size() >= MOST_REMEMBERED) {
      highest.clear();
    }
    highest.merge(name, fence, Math::max);
    return new Lease(name, fence, session.place(), token);
  }

  private static boolean holds(Reply<List<Object>> reply) {
    return reply instanceof Answered<List<Object>>(var answer, _)
        && integer(answer.getFirst()) == 1;
  }

  private static List<String> keys(String name) {
    return List.of("lock:{" + name + "}", "lock:{" + name + "}:fence");
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Held(Lease lease) implements Outcome {}

    /** Somebody else holds it, for so long at most. */
    record Busy(Duration atMost) implements Outcome {}

    /** Nobody can say: the work may be done twice now, and must bear it. */
    record Unguarded() implements Outcome {}
  }
}
