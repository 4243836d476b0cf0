package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the authorizer needs of its event: two headers. */
record AuthorizerEvent(String authorization, @Nullable String requestId) {
  static AuthorizerEvent read(InputStream event) throws IOException {
    try {
      var members = JSONObjectUtils.parse(new String(event.readAllBytes(), UTF_8));
      var headers = members.get("headers") instanceof Map<?, ?> map ? map : Map.of();
      var authorization = header(headers, "authorization");
      return new AuthorizerEvent(
          authorization == null ? "" : authorization, header(headers, "x-request-id"));
    } catch (ParseException notFromTheGateway) {
      throw new IOException("Not an authorizer event");
    }
  }

  private static @Nullable String header(Map<?, ?> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(String.valueOf(header.getKey())))
        .map(header -> String.valueOf(header.getValue()))
        .reduce((one, two) -> one + ',' + two)
        .orElse(null);
  }
}
