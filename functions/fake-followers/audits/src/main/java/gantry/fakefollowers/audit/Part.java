package gantry.fakefollowers.audit;

import gantry.fakefollowers.batch.Followers;
import gantry.lambda.Sha256;

/** Followers sent in one request; the digest of its bytes tells it from others. */
public record Part(String sha256, Followers followers) {
  public static Part of(byte[] body, Followers followers) {
    return new Part(Sha256.hex(body), followers);
  }
}
