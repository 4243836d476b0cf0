package gantry.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Since when a server has kept all of one use's values, by its own clock. A server that was
 * restarted, emptied or promoted begins anew, and so does one that we come back to after it missed
 * something.
 */
public final class Epoch {
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Script JOIN =
      new Script(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000000 + time[2]
          local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') or ''
          local known = redis.call('HMGET', KEYS[1], 'run', 'since')
          local since = tonumber(known[2] or nil)
          if ARGV[1] == 'anew' or known[1] ~= run or not since or since > now then
            since = now
            redis.call('HSET', KEYS[1], 'run', run, 'since', string.format('%.0f', now))
          end
          redis.call('PEXPIRE', KEYS[1], ARGV[2])
          return { now - since }
          """);

  private final String key;

  public Epoch(String key) {
    this.key = key;
  }

  /** The key that holds it, for scripts of the same hash tag: a hash with a field {@code since}. */
  public String key() {
    return key;
  }

  /** To be asked once over each new connection; tells how old the epoch is. */
  public CompletionStage<Duration> join(Session session) {
    return run(session, "");
  }

  /** Begins anew: nothing that the server has kept so far counts any more. */
  public CompletionStage<Duration> restart(Session session) {
    return run(session, "anew");
  }

  private CompletionStage<Duration> run(Session session, String how) {
    return JOIN.run(session, List.of(key), Script.arg(how), Script.arg(KEPT.toMillis()))
        .thenApply(answer -> Duration.ofNanos(1_000 * Script.integer(answer.getFirst())));
  }
}
