package gantry.webhooks.signature;

import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/** {@code Stripe-Signature: t=<s>,v1=<hex>[,v1=…][,v0=…]} over {@code t.body}; only v1 counts. */
final class StripeScheme implements SignatureScheme {
  @Override
  public Optional<SignatureClaim> claim(Map<String, String> headers) {
    return TimedList.read(headers.getOrDefault("stripe-signature", ""), ",")
        .flatMap(list -> list.claim("t", "v1", "."));
  }

  /** The whole text, {@code whsec_} included: Stripe's secrets are not base64. */
  @Override
  public Optional<SecretKey> key(String secret) {
    return HmacKey.ofText(secret);
  }
}
