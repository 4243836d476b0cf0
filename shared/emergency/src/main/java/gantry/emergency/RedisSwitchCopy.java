package gantry.emergency;

import gantry.redis.Redis;
import gantry.redis.Reply;
import gantry.redis.Reply.Answered;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The switch as JSON on every server of Redis that answers; without one there is no copy. */
@Singleton
final class RedisSwitchCopy {
  private static final String KEY = "emergency-switch";

  private static final Logger LOG = LoggerFactory.getLogger(RedisSwitchCopy.class);

  private final Redis redis;
  private final JsonMapper json;

  RedisSwitchCopy(Redis redis, JsonMapper json) {
    this.redis = redis;
    this.json = json;
  }

  /** Whatever comes of it: nothing depends on a copy while PostgreSQL answers. */
  void keep(SwitchRow row) {
    try {
      var content = json.writeValueAsBytes(row);
      var _ = redis.callAll(session -> session.commands().set(KEY, content));
    } catch (IOException | RuntimeException e) {
      LOG.warn("The emergency switch was not copied: {}", e.toString());
    }
  }

  /** The newest: a server that was away may have an old one. */
  Optional<SwitchRow> find() {
    try {
      return redis.callAll(session -> session.commands().get(KEY)).values().stream()
          .flatMap(this::row)
          .max(Comparator.comparingLong(SwitchRow::version));
    } catch (RuntimeException e) {
      LOG.warn("The emergency switch's copy cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }

  private Stream<SwitchRow> row(Reply<byte[]> reply) {
    return reply instanceof Answered<byte[]>(byte @Nullable [] content, _) && content != null
        ? read(content).stream()
        : Stream.empty();
  }

  private Optional<SwitchRow> read(byte[] content) {
    try {
      return Optional.ofNullable(json.readValue(content, SwitchRow.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
