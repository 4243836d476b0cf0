package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Exactly {@code Bearer <token>} with a compact JWS that has nothing odd about it. */
sealed interface BearerToken {
  int MAX_LENGTH = 8 * 1024;
  Pattern HEADER =
      Pattern.compile("(?i:Bearer) ([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)");

  /** RFC 8725 3.11: a token made for something else names that in its type. */
  Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

  /** Not yet verified. */
  record Parsed(SignedJWT jwt) implements BearerToken {}

  record Rejected(Refusal refusal) implements BearerToken {}

  static BearerToken read(String authorization) {
    if (authorization.length() > MAX_LENGTH) {
      return new Rejected(Refusal.TOKEN_TOO_LARGE);
    }
    var match = HEADER.matcher(authorization);
    return match.matches() ? parse(match.group(1)) : new Rejected(Refusal.NO_BEARER_TOKEN);
  }

  private static BearerToken parse(String token) {
    try {
      var parts = token.split("\\.");
      if (Arrays.stream(parts).allMatch(BearerToken::isCanonical) && isPlain(parts[0])) {
        var jwt = SignedJWT.parse(token);
        if (isTokenType(jwt.getHeader().getType()) && jwt.getPayload().toJSONObject() != null) {
          return new Parsed(jwt);
        }
      }
    } catch (ParseException | RuntimeException malformed) {
      // The library throws all sorts of things on what strangers write.
    }
    return new Rejected(Refusal.MALFORMED_TOKEN);
  }

  /** The library's decoder drops spare bits, so that a changed signature could pass. */
  private static boolean isCanonical(String part) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(Base64.getUrlDecoder().decode(part)).equals(part);
  }

  /**
   * No extension that changes what is verified, read from the bytes because the library forgets
   * some. Keys and addresses ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}) are never looked
   * at.
   */
  private static boolean isPlain(String headerPart) throws ParseException {
    var header =
        JSONObjectUtils.parse(new String(Base64.getUrlDecoder().decode(headerPart), UTF_8));
    return !header.containsKey("crit") && !header.containsKey("b64");
  }

  private static boolean isTokenType(@Nullable JOSEObjectType type) {
    return type == null || TYPES.contains(type);
  }
}
