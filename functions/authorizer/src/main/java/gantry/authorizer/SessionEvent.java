package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import gantry.lambda.SameOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the session authorizer needs of its event: cookies, and what browsers say of the page. */
record SessionEvent(
    List<String> sessions,
    @Nullable String csrfToken,
    SameOrigin.Claim page,
    @Nullable String requestId) {
  static final String COOKIE = "__Host-gantry-session=";

  SessionEvent {
    sessions = List.copyOf(sessions);
  }

  static SessionEvent read(InputStream event) throws IOException {
    try {
      var members = JSONObjectUtils.parse(new String(event.readAllBytes(), UTF_8));
      var headers = AuthorizerEvent.member(members, "headers");
      return new SessionEvent(
          cookies(members, headers).toList(),
          AuthorizerEvent.header(headers, "x-csrf-token"),
          new SameOrigin.Claim(
              AuthorizerEvent.header(headers, SameOrigin.SITE),
              AuthorizerEvent.header(headers, SameOrigin.ORIGIN),
              AuthorizerEvent.header(headers, SameOrigin.HOST)),
          AuthorizerEvent.header(headers, "x-request-id"));
    } catch (ParseException notFromTheGateway) {
      throw new IOException("Not an authorizer event");
    }
  }

  /** The gateway hands cookies over apart from the headers; the same one may stand in both. */
  private static Stream<String> cookies(Map<?, ?> members, Map<?, ?> headers) {
    var apart =
        members.get("cookies") instanceof List<?> list
            ? list.stream().map(String::valueOf)
            : Stream.<String>empty();
    var header = AuthorizerEvent.header(headers, "cookie");
    var inHeader = Arrays.stream((header == null ? "" : header).split(";", -1));
    return Stream.concat(apart, inHeader)
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(COOKIE))
        .map(cookie -> cookie.substring(COOKIE.length()))
        .distinct();
  }
}
