package gantry.webhooks.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Picks scalars by their dotted path out of a JSON object while it checks all of it. Nothing is
 * kept but the picks, so that a hostile document costs no more than its length.
 */
final class JsonFields {
  private static final int MAX_DEPTH = 64;

  // Names are neither interned nor shared: they come from outside and would fill the tables.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final JsonParser parser;
  private final Set<String> wanted;
  private final Map<String, String> found = new HashMap<>();

  private JsonFields(JsonParser parser, Set<String> wanted) {
    this.parser = parser;
    this.wanted = wanted;
  }

  /** Empty when the bytes are not one well-formed JSON object. */
  static Optional<Map<String, String>> read(byte[] json, Set<String> wanted) {
    // Decoded first: the parser would guess UTF-16 and let broken UTF-8 pass in what it skips.
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
      try (var parser = JSON.createParser(text.array(), 0, text.length())) {
        return new JsonFields(parser, wanted).document();
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<Map<String, String>> document() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    object("");
    return parser.nextToken() == null ? Optional.of(found) : Optional.empty();
  }

  private void object(String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      // A dot in a name would let {"data.id":1} pass for {"data":{"id":1}}.
      if (name.indexOf('.') < 0) {
        member(prefix + name);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void member(String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT && leadsSomewhere(path + ".")) {
      object(path + ".");
    } else if (isPlain(parser.currentToken()) && wanted.contains(path)) {
      found.put(path, parser.getText());
    } else {
      parser.skipChildren();
    }
  }

  private boolean leadsSomewhere(String prefix) {
    return wanted.stream().anyMatch(path -> path.startsWith(prefix));
  }

  /** Fractions and null identify nothing. */
  private static boolean isPlain(JsonToken token) {
    return switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE -> true;
      default -> false;
    };
  }
}
