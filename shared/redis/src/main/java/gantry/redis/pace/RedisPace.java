package gantry.redis.pace;

import static gantry.redis.Script.arg;
import static gantry.redis.Script.integer;

import gantry.meter.EvenPace;
import gantry.meter.Pace;
import gantry.meter.Quota;
import gantry.redis.Command;
import gantry.redis.Redis;
import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import gantry.redis.Script;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Spreads the calls of all processes by the server's time: as many at once as the quota has, then
 * evenly. Who has a smaller quota than others of its name takes what they leave.
 */
final class RedisPace implements Pace {
  /** Arguments in microseconds: interval, longest wait, ahead. Answers whether granted, wait. */
  private static final Script TURN =
      new Script(
          """
          local time = redis.call('TIME')
          local now = time[1] * 1000000 + time[2]
          local held = tonumber(redis.call('GET', KEYS[2]) or 0)
          local next = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0), held + ARGV[3])
          local wait = math.max(0, next - now - ARGV[3])
          if wait > tonumber(ARGV[2]) then return { 0, wait } end
          local to = next + ARGV[1]
          redis.call('SET', KEYS[1], string.format('%.0f', to), 'PX', math.ceil((to - now) / 1000) + 1)
          return { 1, wait }
          """);

  /**
   * Argument in microseconds: the pause. It stands apart from the turns, since each quota is ahead
   * of them by its own; and for a minute longer, so that nobody then goes on with all at once.
   */
  private static final Script HOLD =
      new Script(
          """
          local time = redis.call('TIME')
          local to = time[1] * 1000000 + time[2] + ARGV[1]
          if to > tonumber(redis.call('GET', KEYS[2]) or 0) then
            local left = math.ceil(ARGV[1] / 1000) + 60000
            redis.call('SET', KEYS[2], string.format('%.0f', to), 'PX', left)
          end
          return { 1 }
          """);

  private final Redis redis;
  private final List<String> keys;
  private final Quota quota;
  private final EvenPace share;

  RedisPace(Redis redis, String name, Quota quota, EvenPace share) {
    this.redis = redis;
    this.keys = List.of("pace:{" + name + "}", "pace:{" + name + "}:held");
    this.quota = quota;
    this.share = share;
  }

  @Override
  public Optional<Duration> turn(Duration most) {
    Command<List<Object>> command =
        session ->
            TURN.run(
                session,
                keys,
                arg(micros(quota.interval())),
                arg(micros(most)),
                arg(micros(quota.ahead())));
    return switch (redis.call(command)) {
      case Answered<List<Object>>(var answer, _) -> granted(answer);
      case Unanswered<List<Object>> _ -> share.turn(most);
    };
  }

  /** Told to both servers and remembered here: it holds over a fail-over, and without Redis. */
  @Override
  public void hold(Duration pause) {
    var bounded = pause.compareTo(EvenPace.LONGEST_HOLD) < 0 ? pause : EvenPace.LONGEST_HOLD;
    share.hold(bounded);
    var _ = redis.callAll(session -> HOLD.run(session, keys, arg(micros(bounded))));
  }

  private static Optional<Duration> granted(List<Object> answer) {
    return integer(answer.getFirst()) == 1
        ? Optional.of(Duration.ofNanos(1_000 * integer(answer.get(1))))
        : Optional.empty();
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
