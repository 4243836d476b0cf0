package gantry.local.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A request's body in the event: text for a few content types, base64 for all others. */
record Body(String content, boolean base64) {
  /** As observed by others on live gateways; forms and a missing type count as binary. */
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/xml", "application/javascript");

  static Body of(byte[] bytes, Optional<String> contentType) {
    if (contentType.filter(Body::isText).isPresent()) {
      try {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return new Body(decoder.decode(ByteBuffer.wrap(bytes)).toString(), false);
      } catch (CharacterCodingException e) {
        // what is no UTF-8 goes the binary way, so that no byte is lost
      }
    }
    return new Body(Base64.getEncoder().encodeToString(bytes), true);
  }

  private static boolean isText(String contentType) {
    var semicolon = contentType.indexOf(';');
    var type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    var plain = type.strip().toLowerCase(Locale.ROOT);
    return plain.startsWith("text/") || TEXT_TYPES.contains(plain);
  }
}
