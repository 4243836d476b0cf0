package gantry.webhooks.receiver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One compact JSON object of texts, pure ASCII because SQS refuses some characters. */
final class FlatJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private FlatJson() {}

  static String write(Map<String, String> texts) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (var member : new TreeMap<>(texts).entrySet()) {
        json.writeStringField(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Throws {@link IllegalArgumentException} on anything else. */
  static Map<String, String> read(String text) {
    var texts = new LinkedHashMap<String, String>();
    try (var json = JSON.createParser(text)) {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        expect(json.nextToken() == JsonToken.VALUE_STRING);
        texts.put(name, json.getText());
      }
      expect(json.nextToken() == null);
    } catch (IOException odd) {
      // Without the cause, whose message quotes the text.
      throw new IllegalArgumentException("Not a JSON object of texts");
    }
    return texts;
  }

  private static void expect(boolean flat) {
    if (!flat) {
      throw new IllegalArgumentException("Not a JSON object of texts");
    }
  }
}
