package gantry.redis.cache;

import static gantry.redis.Script.arg;
import static gantry.redis.Script.integer;
import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.lambda.Jitter;
import gantry.redis.Command;
import gantry.redis.Epoch;
import gantry.redis.Redis;
import gantry.redis.Reply;
import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import gantry.redis.Script;
import gantry.redis.Session;
import gantry.redis.cache.Found.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** One cache's part of Redis. */
final class SharedLayer {
  /** How long others wait for the one whose turn it is to load. */
  static final Duration LOADING = Duration.ofSeconds(5);

  private static final double JITTER = 0.1;
  private static final Duration SHORTEST = Duration.ofNanos(1_000);

  private final Redis redis;
  private final CacheSpec spec;
  private final CacheKeys keys;
  private final Epoch epoch;
  private final Sessions sessions;
  private final MissedDeletions missed;

  SharedLayer(Redis redis, CacheSpec spec) {
    this.redis = redis;
    this.spec = spec;
    this.keys = new CacheKeys(spec.name());
    this.epoch = new Epoch(keys.epoch());
    this.sessions = new Sessions(epoch);
    this.missed = new MissedDeletions(redis, keys.note(), epoch, spec.longest());
  }

  String name() {
    return spec.name();
  }

  Found read(String key) {
    var token = UUID.randomUUID().toString();
    return switch (call(session -> read(session, key, token))) {
      case Answered<List<Object>>(var answer, var session) -> found(answer, session, token);
      case Unanswered<List<Object>> _ -> new Found.Unreachable();
    };
  }

  /** Asks again where the server has to forget first what it should not know any more. */
  private Reply<List<Object>> call(Command<List<Object>> command) {
    var reply = redis.call(joined(command));
    if (reply instanceof Answered(_, var session) && missed.areToBeAskedFor(session)) {
      missed.makeUpFor(session);
      return redis.call(joined(command));
    }
    return reply;
  }

  private CompletionStage<List<Object>> read(Session session, String key, String token) {
    return CacheScripts.READ.run(session, keys.of(key), arg(token), arg(LOADING.toMillis()));
  }

  private static Found found(List<Object> answer, Session session, String token) {
    var turn = new Turn(session.place(), token, integer(answer.get(1)));
    var value = Optional.ofNullable((byte[]) answer.get(3));
    return switch ((int) integer(answer.getFirst())) {
      case 1 -> new Found.Fresh(value, Duration.ofNanos(1_000 * integer(answer.get(2))));
      case 2 -> new Found.Stale(value, Optional.of(turn));
      case 3 -> new Found.Stale(value, Optional.empty());
      case 4 -> new Found.Missing(turn);
      default -> new Found.Loading();
    };
  }

  /** From when on deletions outdate what is made now; empty when no server answers. */
  Optional<Turn> begin() {
    var token = UUID.randomUUID().toString();
    return switch (call(session -> CacheScripts.BEGIN.run(session, keys.of("")))) {
      case Answered<List<Object>>(var answer, var session) ->
          Optional.of(new Turn(session.place(), token, integer(answer.getFirst())));
      case Unanswered<List<Object>> _ -> Optional.empty();
    };
  }

  /** Whether it was stored; what was deleted while it was loaded is not. */
  boolean put(String key, Turn turn, Loaded<byte[]> loaded) {
    var fresh = jittered(loaded.freshIn(spec));
    var args =
        Stream.concat(
                Stream.of(
                    arg(turn.token()),
                    arg(turn.since()),
                    arg(fresh.toNanos() / 1_000),
                    arg(fresh.plus(spec.stale()).toMillis() + 1),
                    String.join("\n", loaded.tags()).getBytes(UTF_8),
                    arg(loaded.version())),
                loaded.value().stream())
            .toArray(byte[][]::new);
    var reply =
        redis.callAt(
            turn.place(), joined(session -> CacheScripts.PUT.run(session, keys.of(key), args)));
    return reply instanceof Answered<List<Object>>(var answer, _)
        && integer(answer.getFirst()) == 1;
  }

  /** Lets another caller try. */
  void release(String key, Turn turn) {
    var _ =
        redis.callAt(
            turn.place(),
            session -> CacheScripts.RELEASE.run(session, keys.of(key), arg(turn.token())));
  }

  void delete(String key) {
    deleteEverywhere(session -> CacheScripts.DELETE_KEY.run(session, keys.of(key), keepMarks()));
  }

  void deleteTagged(List<String> tags) {
    var args = Stream.concat(Stream.of(keepMarks()), tags.stream().map(Script::arg));
    var all = args.toArray(byte[][]::new);
    deleteEverywhere(session -> CacheScripts.DELETE_TAGS.run(session, keys.of(""), all));
  }

  void deleteMatching(String glob) {
    deleteEverywhere(session -> new Matching(session, keys, keepMarks()).delete(glob));
  }

  void clear() {
    deleteEverywhere(epoch::restart);
  }

  private <T> void deleteEverywhere(Command<T> deletion) {
    missed.note(redis.callAll(joined(deletion)));
  }

  private byte[] keepMarks() {
    return arg(spec.longest().toMillis());
  }

  private <T> Command<T> joined(Command<T> command) {
    return session -> sessions.join(session).thenCompose(_ -> command.sendOver(session));
  }

  private static Duration jittered(Duration duration) {
    var jittered = Jitter.around(duration, JITTER);
    return jittered.compareTo(SHORTEST) < 0 ? SHORTEST : jittered;
  }
}
