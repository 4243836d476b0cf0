package gantry.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lettuce.core.SslVerifyMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisConfigTest {
  @ParameterizedTest
  @CsvSource({
    "redis://cache, cache, 6379, 0, false",
    "redis://cache.example.org:7000/3, cache.example.org, 7000, 3, false",
    "redis://user:p%40ss%3Aw%2Frd@cache:7000, cache, 7000, 0, false",
    "rediss://:secret@cache, cache, 6379, 0, true",
    "rediss://cache:6380/1?timeout=10s&clientName=x, cache, 6380, 1, true",
    "redis://[2001:db8::1]:7000, '[2001:db8::1]', 7000, 0, false"
  })
  void everyUsualFormIsUnderstood(String url, String host, int port, int database, String withTls) {
    assertThat(new RedisConfig(url, null).addresses())
        .hasEntrySatisfying(
            Place.PRIMARY,
            address -> {
              assertThat(address.getHost()).isEqualTo(host);
              assertThat(address.getPort()).isEqualTo(port);
              assertThat(address.getDatabase()).isEqualTo(database);
              assertThat(address.isSsl()).isEqualTo(Boolean.valueOf(withTls));
              assertThat(address.getVerifyMode()).isEqualTo(SslVerifyMode.FULL);
            });
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void withoutAnAddressThereIsNoRedis(@Nullable String url) {
    assertThat(new RedisConfig(url, null).addresses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cache:6379",
        "http://cache",
        "redis:",
        "redis://",
        "redis-sentinel://a,b/0#m",
        "redis://cache:port",
        "rediss://:secret@cache?verifyPeer=NONE",
        "rediss://:secret@cache?verifyPeer=CA",
        "REDIS_URL"
      })
  void anythingElseStopsTheStartAndIsNotShown(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedisConfig(url, null).addresses())
        .withMessageStartingWith("REDIS_URL is ")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void aBackupOfNothingStopsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedisConfig(null, "redis://cache").addresses());
  }
}
