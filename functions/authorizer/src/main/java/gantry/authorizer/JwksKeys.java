package gantry.authorizer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;

/** RS256 with the key set of an identity provider. */
final class JwksKeys implements KeySource {
  private final RememberedKeySet keySet;

  JwksKeys(RememberedKeySet keySet) {
    this.keySet = keySet;
  }

  @Override
  public Key verifier(JWSHeader header) {
    if (!header.getAlgorithm().equals(JWSAlgorithm.RS256)) {
      return new None(Refusal.WRONG_ALGORITHM);
    }
    return keySet
        .find(header.getKeyID())
        .flatMap(JwksKeys::found)
        .orElseGet(() -> new None(Refusal.UNKNOWN_KEY));
  }

  private static Optional<Key> found(RSAKey key) {
    try {
      return Optional.of(new Found(new RSASSAVerifier(key)));
    } catch (JOSEException unusable) {
      return Optional.empty();
    }
  }
}
