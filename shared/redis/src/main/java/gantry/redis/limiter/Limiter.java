package gantry.redis.limiter;

import static gantry.redis.Script.arg;
import static gantry.redis.Script.integer;

import gantry.meter.Verdict;
import gantry.meter.Verdict.Admitted;
import gantry.meter.Verdict.Refused;
import gantry.redis.Redis;
import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import gantry.redis.Script;
import gantry.redis.Session;
import gantry.redis.limiter.Limit.WhenUncounted;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Counts what all processes allow, exactly, as a GCRA in Redis by the server's time. A fail-over
 * resets no limit: until a server has counted for a whole window, each process also keeps to its
 * share, of which it knows what it has let through before.
 */
@Singleton
public final class Limiter {
  /**
   * A bucket that leaks evenly. Key: the bucket, "units microseconds". Arguments: limit, window in
   * microseconds. Answers whether admitted, units left, time until full, time until the next unit.
   */
  private static final Script TAKE =
      new Script(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000000 + time[2]
          local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])
          local used, at = 0, now
          local level = redis.call('GET', KEYS[1])
          if level then
            local units, instant = string.match(level, '^(%S+) (%S+)$')
            at = tonumber(instant)
            used = math.max(0, units - math.max(0, now - at) * limit / window)
          end
          local admitted = used + 1 <= limit
          if admitted then used = used + 1 end
          if admitted or at > now then
            local full = math.ceil(used * window / limit / 1000) + 1
            redis.call('SET', KEYS[1], string.format('%.9f %.0f', used, now), 'PX', full)
          end
          local wait = admitted and 0 or math.ceil((used + 1 - limit) * window / limit)
          return {
            admitted and 1 or 0, math.floor(limit - used), math.ceil(used * window / limit), wait
          }
          """);

  private final Redis redis;
  private final Standing standing = new Standing();
  private final Shares shares;

  Limiter(Redis redis, LimiterConfig config, Clock clock) {
    this.redis = redis;
    this.shares = new Shares(config.instances(), clock);
  }

  /** Uses up one unit of the subject's quota if there is one. */
  public Decision take(Limit limit, String subject) {
    var bucket = BucketKey.of(limit, subject);
    var share = new Share(() -> shares.take(limit, bucket));
    var reply =
        redis.call(session ->
            standing.join(session).thenCompose(_ -> take(session, limit, bucket, share)));
    return switch (reply) {
      case Answered<Optional<Verdict>>(var shared, var session) -> {
        standing.counted(session);
        yield new Decision.Counted(decided(limit, bucket, shared, share));
      }
      case Unanswered<Optional<Verdict>> _ -> uncounted(limit, share);
    };
  }

  /** While the server's counts may lack something, our own share must admit first. */
  private CompletionStage<Optional<Verdict>> take(
      Session session, Limit limit, String bucket, Share share) {
    if (!standing.isWhole(session, limit.quota().window()) && share.ask() instanceof Refused) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    var window = limit.quota().window().toNanos() / 1_000;
    return TAKE.run(session, List.of(bucket), arg(limit.quota().limit()), arg(window))
        .thenApply(answer -> Optional.of(verdict(answer)));
  }

  private Verdict decided(Limit limit, String bucket, Optional<Verdict> shared, Share share) {
    if (shared.isEmpty() || (shared.get() instanceof Admitted && share.isAsked())) {
      return share.ask();
    }
    if (shared.get() instanceof Admitted) {
      shares.note(limit, bucket);
    }
    return shared.get();
  }

  private Decision uncounted(Limit limit, Share share) {
    standing.lost();
    return limit.whenUncounted() == WhenUncounted.CLOSED
        ? new Decision.Closed()
        : new Decision.Counted(share.ask());
  }

  private static Verdict verdict(List<Object> answer) {
    var untilFull = micros(answer.get(2));
    return integer(answer.getFirst()) == 1
        ? new Admitted((int) integer(answer.get(1)), untilFull)
        : new Refused(micros(answer.get(3)), untilFull);
  }

  private static Duration micros(Object answered) {
    return Duration.ofNanos(1_000 * integer(answered));
  }
}
