package gantry.webhooks.signature;

import gantry.webhooks.payload.Provider;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * How one provider signs: HMAC-SHA256 over some text and the raw body. A new provider is one more
 * class here.
 */
public sealed interface SignatureScheme
    permits LemonSqueezyScheme, StripeScheme, PaddleScheme, StandardScheme, GitHubScheme {

  /** What the headers claim, names lower-cased; empty when they are malformed. */
  Optional<SignatureClaim> claim(Map<String, String> headers);

  /** The key behind a secret as the provider shows it; empty when it cannot be one. */
  Optional<SecretKey> key(String secret);

  /** The provider's scheme. */
  static SignatureScheme of(Provider provider) {
    return switch (provider) {
      case LEMONSQUEEZY -> new LemonSqueezyScheme();
      case STRIPE -> new StripeScheme();
      case PADDLE -> new PaddleScheme();
      case STANDARD -> new StandardScheme();
      case GITHUB -> new GitHubScheme();
    };
  }
}
