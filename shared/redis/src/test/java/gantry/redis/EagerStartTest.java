package gantry.redis;

import static org.assertj.core.api.Assertions.assertThat;

import gantry.testing.Ports;
import io.lettuce.core.RedisClient;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On Lambda every bean is made at the start. */
class EagerStartTest {
  @Test
  void nothingConnectsAtTheStart() {
    var nobody = "redis://127.0.0.1:" + Ports.free();

    try (var context =
        ApplicationContext.builder(Map.of("redis.url", nobody))
            .eagerInitSingletons(true)
            .eagerInitConfiguration(true)
            .start()) {
      assertThat(context.containsBean(Redis.class)).isTrue();
      assertThat(context.containsBean(RedisClient.class)).isFalse();
    }
  }
}
