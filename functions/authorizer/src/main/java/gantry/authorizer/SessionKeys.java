package gantry.authorizer;

import com.nimbusds.jose.JWSHeader;
import gantry.secrets.Secrets;

/** HS256 with {@code SESSION_SECRET}, which signs nothing but sessions. */
final class SessionKeys implements KeySource {
  private final Secrets secrets;
  private final SharedSecretKeys shared = new SharedSecretKeys();

  SessionKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public Key verifier(JWSHeader header) {
    return secrets
        .find("SESSION_SECRET")
        .map(secret -> shared.verifier(secret, header))
        .orElseGet(() -> new None(Refusal.NOT_CONFIGURED));
  }
}
