package gantry.webhooks.receiver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import gantry.lambda.EdgeHop;
import gantry.meter.Network;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads what we need of an API Gateway event, payload version 2.0, and skips the rest. */
final class RequestReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final JsonParser json;
  private final Map<String, String> headers = new HashMap<>();
  private String provider = "";
  private String method = "";
  private String sourceIp = "";
  private String body = "";
  private boolean base64;

  private RequestReader(JsonParser json) {
    this.json = json;
  }

  static WebhookRequest read(InputStream event, EdgeHop edge) throws IOException {
    try (var json = JSON.createParser(event)) {
      return new RequestReader(json).request(edge);
    }
  }

  private WebhookRequest request(EdgeHop edge) throws IOException {
    json.nextToken();
    members(this::event);
    var bytes = base64 ? new EventBody.Base64Text(body) : new EventBody.Text(body);
    var client = edge.address(sourceIp, headers.get(EdgeHop.PROOF), headers.get(EdgeHop.CLIENT));
    return new WebhookRequest(provider, method, Network.of(client), headers, bytes);
  }

  private void event(String name) throws IOException {
    switch (name) {
      case "pathParameters" -> members(this::pathParameter);
      case "requestContext" -> members(this::context);
      case "headers" -> members(this::header);
      case "body" -> body = text();
      case "isBase64Encoded" -> base64 = json.currentToken() == JsonToken.VALUE_TRUE;
      default -> json.skipChildren();
    }
  }

  private void pathParameter(String name) throws IOException {
    if (name.equals("provider")) {
      provider = text();
    } else {
      json.skipChildren();
    }
  }

  private void context(String name) throws IOException {
    if (name.equals("http")) {
      members(this::http);
    } else {
      json.skipChildren();
    }
  }

  private void http(String name) throws IOException {
    switch (name) {
      case "method" -> method = text();
      case "sourceIp" -> sourceIp = text();
      default -> json.skipChildren();
    }
  }

  /** Names that differ in case only are one header, joined as API Gateway joins duplicates. */
  private void header(String name) throws IOException {
    headers.merge(name.toLowerCase(Locale.ROOT), text(), (one, two) -> one + ',' + two);
  }

  private String text() throws IOException {
    var text = json.getValueAsString("");
    json.skipChildren();
    return text;
  }

  private void members(MemberReader reader) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      reader.read(name);
    }
  }

  private interface MemberReader {
    void read(String name) throws IOException;
  }
}
