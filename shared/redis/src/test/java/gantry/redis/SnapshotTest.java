package gantry.redis;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.redis.Reply.Answered;
import gantry.testing.Eventually;
import gantry.testing.RedisServer;
import io.lettuce.core.ClientListArgs;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Redis redis = Clients.on(RedisServer.shared().url());
  private final Redis observer = Clients.on(RedisServer.shared().url());

  @BeforeAll
  static void load() {
    Clients.load();
  }

  @AfterEach
  void close() {
    redis.close();
    observer.close();
  }

  @Test
  void noConnectionIsLeftForTheSnapshotAndTheNextCallMakesOne() {
    var before = connection();
    assertThat(known(before)).contains("id=" + before);

    redis.letGo();

    Eventually.within(SOON, () -> assertThat(known(before)).isBlank());
    assertThat(connection()).isGreaterThan(before);
  }

  @Test
  void lettingGoOfNothingDoesNoHarm() {
    redis.letGo();
    redis.letGo();

    assertThat(redis.health()).isEqualTo(Health.HEALTHY);
  }

  private long connection() {
    return answer(redis, session -> session.commands().clientId());
  }

  /** The server's own list, as far as it is about this connection. */
  private String known(long connection) {
    var only = ClientListArgs.Builder.ids(connection);
    return answer(observer, session -> session.commands().clientList(only));
  }

  private static <T> T answer(Redis redis, Command<T> command) {
    if (redis.call(command) instanceof Answered<T>(var value, _)) {
      return value;
    }
    throw new AssertionError("Redis did not answer");
  }
}
