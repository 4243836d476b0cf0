package gantry.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The migrations as they lie in the source tree. */
final class MigrationFiles {
  private static final Path FOLDER = Path.of("src/main/resources/gantry/database");

  private MigrationFiles() {}

  static int count() {
    try (var files = Files.walk(FOLDER)) {
      return (int) files.filter(file -> file.toString().endsWith(".sql")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
