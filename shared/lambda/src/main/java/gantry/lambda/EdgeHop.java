package gantry.lambda;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The CDN in front of the gateway, if there is one. It adds the caller's address and a secret text,
 * whose SHA-256 is all that functions know; without that text an address is the caller's own claim.
 */
public final class EdgeHop {
  /** The header with the secret text. */
  public static final String PROOF = "x-gantry-edge";

  /** The header with the caller's address. */
  public static final String CLIENT = "x-gantry-client";

  private static final int HASH_BYTES = 32;

  private final byte[] expected;

  private EdgeHop(byte[] expected) {
    this.expected = expected;
  }

  /** From {@code EDGE_PROOF_SHA256} in hexadecimal digits; empty when nothing is in front. */
  public static EdgeHop of(@Nullable String sha256) {
    if (sha256 == null || sha256.isEmpty()) {
      return new EdgeHop(new byte[0]);
    }
    try {
      var expected = HexFormat.of().parseHex(sha256);
      if (expected.length == HASH_BYTES) {
        return new EdgeHop(expected);
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw new IllegalStateException("EDGE_PROOF_SHA256 is malformed");
  }

  /** Where the request came from: what the edge says with its proof, else what the gateway saw. */
  public String address(String seenByGateway, @Nullable String proof, @Nullable String client) {
    return isProven(proof) && client != null && ClientAddress.parse(client).isPresent()
        ? client
        : seenByGateway;
  }

  private boolean isProven(@Nullable String proof) {
    return proof != null
        && expected.length > 0
        && MessageDigest.isEqual(expected, Sha256.of(proof));
  }
}
