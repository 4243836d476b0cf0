package gantry.fakefollowers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The recorded outputs of the original, and other rows that tests are made of. */
public final class TestRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestRows() {}

  public static List<String> lines(String file) {
    try (var rows = TestRows.class.getResourceAsStream(file)) {
      return new String(rows.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<JsonNode> json(String file) {
    return lines(file).stream().map(TestRows::read).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
