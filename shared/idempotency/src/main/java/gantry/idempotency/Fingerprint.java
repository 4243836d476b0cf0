package gantry.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import gantry.http.GatewayEvent;
import gantry.lambda.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells whether two requests are the same one sent twice. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(APIGatewayV2HTTPEvent event) {
    var sha256 = Sha256.begin();
    var http = event.getRequestContext().getHttp();
    add(sha256, http.getMethod());
    add(sha256, http.getPath());
    add(sha256, event.getRawQueryString() == null ? "" : event.getRawQueryString());
    return HexFormat.of().formatHex(sha256.digest(GatewayEvent.body(event)));
  }

  /** No part of a request's line holds U+0000, so that none can spill into the next. */
  private static void add(MessageDigest sha256, String part) {
    sha256.update(part.getBytes(UTF_8));
    sha256.update((byte) 0);
  }
}
