package gantry.redis;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.redis.Reply.Answered;
import gantry.redis.Reply.Unanswered;
import gantry.testing.Eventually;
import gantry.testing.RedisServer;
import gantry.testing.TestCertificate;
import io.lettuce.core.SslOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  @TempDir static Path folder;
  private static TlsDoor door;
  private static SslOptions trusting;

  @BeforeAll
  static void start() throws Exception {
    Clients.load();
    var certificate = TestCertificate.issue(folder, "localhost");
    door = new TlsDoor(certificate, RedisServer.shared().port());
    trusting = SslOptions.builder().jdkSslProvider().trustManager(certificate.trust()).build();
    Eventually.within(Duration.ofMinutes(1), TlsTest::assertAnswer);
  }

  @AfterAll
  static void stop() throws Exception {
    door.close();
  }

  @Test
  void aTrustedServerAnswers() {
    assertAnswer();
  }

  @Test
  void aCertificateOfAnotherHostIsAnOutage() {
    assertThat(ping("127.0.0.1", trusting)).isInstanceOf(Unanswered.class);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsAnOutage() {
    assertThat(ping("localhost", SslOptions.create())).isInstanceOf(Unanswered.class);
  }

  private static void assertAnswer() {
    assertThat(ping("localhost", trusting)).isInstanceOf(Answered.class);
  }

  private static Reply<String> ping(String host, SslOptions tls) {
    var config = new RedisConfig("rediss://" + host + ":" + door.port(), null);
    try (var redis = Clients.on(config, Map.of(), tls)) {
      return redis.call(session -> session.commands().ping());
    }
  }
}
