package gantry.authorizer;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;

/** Where the key of a token comes from; each source knows one algorithm and no other. */
interface KeySource {
  /** Throws when the keys cannot be read: unknown is not refused. */
  Key verifier(JWSHeader header);

  /** The key, or why there is none. */
  sealed interface Key {}

  record Found(JWSVerifier verifier) implements Key {}

  record None(Refusal refusal) implements Key {}
}
