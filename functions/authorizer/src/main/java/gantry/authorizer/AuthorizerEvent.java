package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import gantry.lambda.EdgeHop;
import gantry.meter.Network;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the authorizer needs of its event: two headers, and where the request came from. */
record AuthorizerEvent(String authorization, @Nullable String requestId, Network network) {
  static AuthorizerEvent read(InputStream event, EdgeHop edge) throws IOException {
    try {
      var members = JSONObjectUtils.parse(new String(event.readAllBytes(), UTF_8));
      var headers = member(members, "headers");
      var authorization = header(headers, "authorization");
      return new AuthorizerEvent(
          authorization == null ? "" : authorization,
          header(headers, "x-request-id"),
          Network.of(
              edge.address(
                  seenByGateway(member(member(members, "requestContext"), "http")),
                  header(headers, EdgeHop.PROOF),
                  header(headers, EdgeHop.CLIENT))));
    } catch (ParseException notFromTheGateway) {
      throw new IOException("Not an authorizer event");
    }
  }

  private static String seenByGateway(Map<?, ?> http) {
    return http.get("sourceIp") instanceof String address ? address : "";
  }

  static Map<?, ?> member(Map<?, ?> object, String name) {
    return object.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  static @Nullable String header(Map<?, ?> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(String.valueOf(header.getKey())))
        .map(header -> String.valueOf(header.getValue()))
        .reduce((one, two) -> one + ',' + two)
        .orElse(null);
  }
}
