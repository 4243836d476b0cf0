package gantry.fakefollowers.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The frequent Urdu names of this module's own list. */
final class UrduNames {
  private static final String LIST = "/gantry/fakefollowers/urdu-names.txt";

  private UrduNames() {}

  static Map<String, String> read() {
    var names = new HashMap<String, String>();
    for (var line : text().lines().toList()) {
      var space = line.indexOf(' ');
      names.put(line.substring(0, space), line.substring(space + 1));
    }
    return Map.copyOf(names);
  }

  private static String text() {
    try (InputStream list = UrduNames.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("The jar lacks " + LIST);
      }
      return new String(list.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
