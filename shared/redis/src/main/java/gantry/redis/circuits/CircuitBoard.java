package gantry.redis.circuits;

import static gantry.redis.Script.arg;
import static gantry.redis.Script.integer;

import gantry.redis.Redis;
import gantry.redis.Reply.Answered;
import gantry.redis.Script;
import gantry.resilience.CircuitChange;
import gantry.resilience.CircuitListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the processes write down how their breakers are, for an hour after the last change. */
@Singleton
public final class CircuitBoard implements CircuitListener {
  private static final Logger LOG = LoggerFactory.getLogger(CircuitBoard.class);
  private static final Executor AWAY = task -> Thread.ofVirtual().name("circuits").start(task);
  private static final List<String> KEYS = List.of("circuits");

  /**
   * Arguments: field, state, pause in milliseconds. The later end of two processes' pauses counts;
   * an outage lasts from the first opening to the next closing.
   */
  private static final Script CHANGE =
      new Script(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000 + math.floor(time[2] / 1000)
          local was, since, to = string.match(
            redis.call('HGET', KEYS[1], ARGV[1]) or '', '^([A-Z_]+)|(%d+)|(%d+)$')
          if not was or (was == 'CLOSED') ~= (ARGV[2] == 'CLOSED') or to + 3600000 < now then
            since = now
          end
          to = math.max(now + ARGV[3], tonumber(to or 0))
          redis.call('HSET', KEYS[1], ARGV[1], string.format('%s|%.0f|%.0f', ARGV[2], since, to))
          redis.call('PEXPIRE', KEYS[1], 3600000)
          return { 1 }
          """);

  /** Answers the server's time, then fields and values by turns. */
  private static final Script LOOK =
      new Script(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000 + math.floor(time[2] / 1000)
          local found = { now }
          local all = redis.call('HGETALL', KEYS[1])
          for i = 1, #all, 2 do
            if tonumber(string.match(all[i + 1], '%d+$')) + 3600000 >= now then
              table.insert(found, all[i])
              table.insert(found, all[i + 1])
            end
          end
          return found
          """);

  private final Redis redis;
  private final FunctionConfig config;
  private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

  CircuitBoard(Redis redis, FunctionConfig config) {
    this.redis = redis;
    this.config = config;
  }

  /** Nobody waits for it, and no change overtakes another. */
  @Override
  public synchronized void changed(CircuitChange change) {
    if (redis.isConfigured()) {
      told = told.thenRunAsync(() -> write(change), AWAY);
    }
  }

  private void write(CircuitChange change) {
    var field = CircuitEntry.field(config.functionName(), change.circuit());
    var pause = arg(change.pause().toMillis());
    try {
      var _ =
          redis.call(
              session -> CHANGE.run(session, KEYS, arg(field), arg(change.state().name()), pause));
    } catch (RuntimeException e) {
      LOG.warn("The change of {} was not written down: {}", change.circuit(), e.toString());
    }
  }

  /** What was told within the hour, by name; empty when nobody knows. */
  public Optional<List<Circuit>> circuits() {
    return redis.call(session -> LOOK.run(session, KEYS)) instanceof Answered<List<Object>> reply
        ? Optional.of(circuits(reply.value()))
        : Optional.empty();
  }

  private static List<Circuit> circuits(List<Object> answer) {
    var now = Instant.ofEpochMilli(integer(answer.getFirst()));
    var found = new ArrayList<Circuit>();
    for (var i = 1; i + 1 < answer.size(); i += 2) {
      found.add(CircuitEntry.of(answer.get(i), answer.get(i + 1)).at(now));
    }
    found.sort(Comparator.comparing(Circuit::name).thenComparing(Circuit::function));
    return found;
  }
}
