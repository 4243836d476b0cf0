package gantry.fakefollowers.names;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;

@Factory
final class NamesFactory {
  @Singleton
  KnownNames names(NameListConfig config) throws IOException {
    return config.list() == null || config.list().isBlank()
        ? KnownNames.shipped()
        : KnownNames.with(NameListClient.read(config.list()));
  }
}
