package gantry.precompute.content;

import gantry.testing.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.function.Function;

/** What one database of Redis keeps, seen from outside. */
record RedisEntries(int database) {
  boolean flush() {
    return ask(redis -> redis.flushdb().equals("OK"));
  }

  /** How long a page is kept if nobody renews it. */
  Duration lifetime(String view, String subject) {
    return Duration.ofMillis(
        ask(redis -> redis.pttl("cache:{view-" + view + "}:entry:" + subject)));
  }

  private <T> T ask(Function<RedisCommands<String, String>, T> question) {
    var client = RedisClient.create(RedisServer.shared().url() + "/" + database);
    try (var connection = client.connect()) {
      return question.apply(connection.sync());
    } finally {
      client.shutdown();
    }
  }
}
