package gantry.redis;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import java.util.Map;

/**
 * Leaves out Micronaut's own Redis client: on Lambda, where every bean is made at the start, it
 * would connect then, and without Redis nothing would start.
 */
@ContextConfigurer
public final class WithoutStockClient implements ApplicationContextConfigurer {
  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.properties(Map.of("redis.enabled", "false"));
  }
}
