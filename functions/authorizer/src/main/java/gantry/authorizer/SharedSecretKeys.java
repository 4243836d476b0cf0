package gantry.authorizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACVerifier;

/** HS256 with {@code JWT_SECRET}. */
final class SharedSecretKeys {
  /** RFC 7518 3.2: a shorter key is weaker than its hash. */
  static final int MIN_BYTES = 32;

  private volatile Keyed last = new Keyed("", new KeySource.None(Refusal.NOT_CONFIGURED));

  KeySource.Key verifier(String secret, JWSHeader header) {
    if (!header.getAlgorithm().equals(JWSAlgorithm.HS256)) {
      return new KeySource.None(Refusal.WRONG_ALGORITHM);
    }
    var keyed = last;
    if (!keyed.secret().equals(secret)) {
      keyed = new Keyed(secret, key(secret));
      last = keyed;
    }
    return keyed.key();
  }

  static boolean isLongEnough(String secret) {
    return secret.getBytes(UTF_8).length >= MIN_BYTES;
  }

  private static KeySource.Key key(String secret) {
    try {
      return new KeySource.Found(new MACVerifier(secret.getBytes(UTF_8)));
    } catch (JOSEException tooShort) {
      return new KeySource.None(Refusal.NOT_CONFIGURED);
    }
  }

  private record Keyed(String secret, KeySource.Key key) {}
}
