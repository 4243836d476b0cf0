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

/** Headers as one compact JSON object, pure ASCII because SQS refuses some characters. */
final class HeaderJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private HeaderJson() {}

  static String write(Map<String, String> headers) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (var header : new TreeMap<>(headers).entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  static Map<String, String> read(String text) {
    var headers = new LinkedHashMap<String, String>();
    try (var json = JSON.createParser(text)) {
      expect(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        expect(json.nextToken() == JsonToken.VALUE_STRING);
        headers.put(name, json.getText());
      }
    } catch (IOException odd) {
      throw new IllegalArgumentException("Not a message of the webhook receiver", odd);
    }
    return headers;
  }

  private static void expect(boolean ours) {
    if (!ours) {
      throw new IllegalArgumentException("Not a message of the webhook receiver");
    }
  }
}
