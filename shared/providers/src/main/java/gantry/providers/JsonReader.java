package gantry.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a provider's document into maps, lists and exact numbers. */
final class JsonReader {
  private static final int MAX_DEPTH = 64;

  /** Beyond it a few characters would become gigabytes when written out. */
  private static final int MAX_EXPONENT = 1_000;

  // Names come from outside: interned they would fill the tables.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Optional<Json> read(byte[] bytes) {
    // Decoded first: the parser would guess UTF-16 and let broken UTF-8 pass.
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      try (var parser = JSON.createParser(text.array(), 0, text.length())) {
        return new JsonReader(parser).document();
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<Json> document() throws IOException {
    if (parser.nextToken() == null) {
      return Optional.empty();
    }
    var json = new Json(value());
    return parser.nextToken() == null ? Optional.of(json) : Optional.empty();
  }

  private @Nullable Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> decimal();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new JsonParseException(parser, "Not a value");
    };
  }

  private BigDecimal decimal() throws IOException {
    var decimal = parser.getDecimalValue();
    if (Math.abs(decimal.scale()) > MAX_EXPONENT) {
      throw new JsonParseException(parser, "Out of range");
    }
    return decimal;
  }

  private Map<String, @Nullable Object> object() throws IOException {
    var members = new LinkedHashMap<String, @Nullable Object>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      members.put(name, value());
    }
    return members;
  }

  private List<@Nullable Object> array() throws IOException {
    var items = new ArrayList<@Nullable Object>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }
}
