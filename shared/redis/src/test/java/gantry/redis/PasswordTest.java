package gantry.redis;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import gantry.testing.RedisServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {
  private static final String PASSWORD = "p@ss:w/rd?";

  @TempDir static Path folder;
  private static RedisServer server;

  @BeforeAll
  static void start() {
    Clients.load();
    server = RedisServer.start(folder, 0);
    try (var redis = Clients.on(server.url())) {
      redis.call(session -> session.commands().configSet("requirepass", PASSWORD));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void itMayStandInTheAddress() {
    var url = "redis://:p%40ss%3Aw%2Frd%3F@127.0.0.1:" + server.port();

    assertThat(ping(url, Map.of())).isInstanceOf(Answered.class);
  }

  @Test
  void itMayBeASecretOfItsOwn() {
    assertThat(ping(server.url(), Map.of("REDIS_PASSWORD", PASSWORD))).isInstanceOf(Answered.class);
  }

  @Test
  void theSecretKeepsTheAddressesUser() {
    var url = "redis://default@127.0.0.1:" + server.port();

    assertThat(ping(url, Map.of("REDIS_PASSWORD", PASSWORD))).isInstanceOf(Answered.class);
  }

  @Test
  void aWrongOneIsAnOutage() {
    assertThat(ping(server.url(), Map.of("REDIS_PASSWORD", "wrong")))
        .isInstanceOf(Unanswered.class);
  }

  private static Reply<String> ping(String url, Map<String, String> secrets) {
    try (var redis = Clients.on(new RedisConfig(url, null), secrets)) {
      return redis.call(session -> session.commands().ping());
    }
  }
}
