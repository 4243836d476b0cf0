package gantry.authorizer;

import com.nimbusds.jose.JWSHeader;
import gantry.secrets.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Either the shared secret or the key set. With both, a public key could pass for a secret. */
final class ConfiguredKeys implements KeySource {
  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredKeys.class);

  private final Secrets secrets;
  private final SharedSecretKeys shared = new SharedSecretKeys();
  private final @Nullable KeySource jwks;
  private volatile String complaint = "";

  ConfiguredKeys(Secrets secrets, @Nullable KeySource jwks) {
    this.secrets = secrets;
    this.jwks = jwks;
  }

  @Override
  public Key verifier(JWSHeader header) {
    var secret = secrets.find("JWT_SECRET");
    var fault = fault(secret);
    complain(fault);
    if (!fault.isEmpty()) {
      return new None(Refusal.NOT_CONFIGURED);
    }
    return jwks == null ? shared.verifier(secret.orElseThrow(), header) : jwks.verifier(header);
  }

  private String fault(Optional<String> secret) {
    if (secret.isPresent() && jwks != null) {
      return "Both JWT_SECRET and JWKS_URL are set; every token is refused";
    }
    if (secret.isEmpty() && jwks == null) {
      return "Neither JWT_SECRET nor JWKS_URL is set; every token is refused";
    }
    return secret.filter(text -> !SharedSecretKeys.isLongEnough(text)).isPresent()
        ? "JWT_SECRET has less than 32 bytes; every token is refused"
        : "";
  }

  /** Once, not for each request. */
  private void complain(String fault) {
    if (!fault.isEmpty() && !fault.equals(complaint)) {
      LOG.error(fault);
    }
    complaint = fault;
  }
}
