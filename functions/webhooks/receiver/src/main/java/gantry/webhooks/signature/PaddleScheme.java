package gantry.webhooks.signature;

import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/** {@code Paddle-Signature: ts=<s>;h1=<hex>[;h1=…]} over {@code ts:body}. */
final class PaddleScheme implements SignatureScheme {
  @Override
  public Optional<SignatureClaim> claim(Map<String, String> headers) {
    var header = headers.getOrDefault("paddle-signature", "");
    // API Gateway joins a header that was sent twice with a comma, which Paddle never sends.
    return header.indexOf(',') < 0
        ? TimedList.read(header, ";").flatMap(list -> list.claim("ts", "h1", ":"))
        : Optional.empty();
  }

  @Override
  public Optional<SecretKey> key(String secret) {
    return HmacKey.ofText(secret);
  }
}
