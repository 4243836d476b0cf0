package gantry.http.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * Looks through a body once, before it is bound. Micronaut Serde alone would take 1,024 levels, the
 * last of two equal names, UTF-16, and whatever stands behind the value.
 */
public final class JsonBounds {
  private static final int MAX_ITEMS = 10_000;
  private static final int MAX_NAMES = 1_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names come from outside: interned ones would stay.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxTokenCount(100_000)
                  .maxStringLength(65_536)
                  .maxNameLength(256)
                  .maxNumberLength(100)
                  .build())
          .build();

  private JsonBounds() {}

  /** Whether a body is well-formed JSON within the bounds. */
  public static boolean hold(byte[] body) {
    return flaw(body).isEmpty();
  }

  static Optional<JsonFlaw> flaw(byte[] body) {
    try (var json = JSON.createParser(text(body))) {
      return flaw(json);
    } catch (CharacterCodingException _) {
      return Optional.of(JsonFlaw.NOT_UTF8);
    } catch (StreamConstraintsException _) {
      return Optional.of(JsonFlaw.TOO_COMPLEX);
    } catch (JsonProcessingException _) {
      return Optional.of(JsonFlaw.NOT_JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<JsonFlaw> flaw(JsonParser json) throws IOException {
    var values = 0;
    for (var token = json.nextToken(); token != null; token = json.nextToken()) {
      if (isTooWide(json.getParsingContext())) {
        return Optional.of(JsonFlaw.TOO_COMPLEX);
      }
      if (!isStorable(json, token)) {
        return Optional.of(JsonFlaw.UNSTORABLE_TEXT);
      }
      values += endsAtRoot(json, token) ? 1 : 0;
    }
    return values == 1 ? Optional.empty() : Optional.of(JsonFlaw.NOT_JSON);
  }

  private static boolean endsAtRoot(JsonParser json, JsonToken token) {
    return json.getParsingContext().inRoot() && !token.isStructStart();
  }

  private static boolean isTooWide(JsonStreamContext place) {
    return place.getCurrentIndex() >= (place.inArray() ? MAX_ITEMS : MAX_NAMES);
  }

  private static boolean isStorable(JsonParser json, JsonToken token) throws IOException {
    return switch (token) {
      case FIELD_NAME, VALUE_STRING -> isStorable(json.getText());
      default -> true;
    };
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static String text(byte[] body) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }
}
