package gantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import gantry.lambda.ClientAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway hands over with a request; no client can forge it. Behind our own edge the
 * address is the one that the edge saw ({@link EdgeClients}).
 */
public final class GatewayEvent {
  private GatewayEvent() {}

  /** The event behind a request; empty outside an HTTP function. */
  public static Optional<APIGatewayV2HTTPEvent> of(HttpRequest<?> request) {
    return Optional.ofNullable(event(request));
  }

  /** The caller's address; a header has no say in it but the one of the proven edge. */
  public static Optional<ClientAddress> clientAddress(HttpRequest<?> request) {
    return of(request)
        .map(event -> event.getRequestContext().getHttp())
        .flatMap(http -> ClientAddress.parse(http.getSourceIp()));
  }

  /** The body's bytes, as they were sent. */
  public static byte[] body(APIGatewayV2HTTPEvent event) {
    var body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
  }

  /** A header by its name in any case; the gateway joins equal ones with commas. */
  public static @Nullable String header(APIGatewayV2HTTPEvent event, String name) {
    var headers = event.getHeaders();
    if (headers == null) {
      return null;
    }
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable APIGatewayV2HTTPEvent event(HttpRequest<?> request) {
    return switch (request) {
      case ServletHttpRequest<?, ?> servlet ->
          servlet.getNativeRequest() instanceof APIGatewayV2HTTPEvent event ? event : null;
      case HttpRequestWrapper<?> wrapper -> event(wrapper.getDelegate());
      default -> null;
    };
  }
}
