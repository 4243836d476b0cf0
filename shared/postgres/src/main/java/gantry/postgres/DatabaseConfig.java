package gantry.postgres;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code DATABASE_URL} (hosts in the order of preference), {@code DATABASE_USER}, {@code
 * DATABASE_EPOCH}, {@code DATABASE_DEADLINE} and {@code DATABASE_SLOW_QUERY}; the password is a
 * secret of its own.
 */
@ConfigurationProperties("database")
record DatabaseConfig(
    @Nullable String url,
    @Nullable String user,
    @Bindable(defaultValue = "0") long epoch,
    @Bindable(defaultValue = "PT8S") Duration deadline,
    @Bindable(defaultValue = "PT0.5S") Duration slowQuery) {
  String requiredUrl() {
    if (url == null || url.isBlank()) {
      throw new IllegalStateException("DATABASE_URL is not set");
    }
    return url;
  }
}
