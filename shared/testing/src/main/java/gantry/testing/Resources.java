package gantry.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that travel inside this module's jar. */
final class Resources {
  private Resources() {}

  static String text(String name) {
    try (var in = open(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(String name, Path target) {
    try (var in = open(name)) {
      Files.createDirectories(target.resolveSibling("."));
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    var in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("No resource " + name + " in this module");
    }
    return in;
  }
}
