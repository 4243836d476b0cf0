package gantry.postgres;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** {@code DATABASE_URL} and {@code DATABASE_USER}; the password is a secret of its own. */
@ConfigurationProperties("database")
record DatabaseConfig(@Nullable String url, @Nullable String user) {
  String requiredUrl() {
    if (url == null || url.isBlank()) {
      throw new IllegalStateException("DATABASE_URL is not set");
    }
    return url;
  }
}
