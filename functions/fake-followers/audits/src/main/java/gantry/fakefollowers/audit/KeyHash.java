package gantry.fakefollowers.audit;

import gantry.lambda.Sha256;
import java.nio.ByteBuffer;

/** 64 bits: two keys of one audit meet once in a lifetime, and then share a hint of evidence. */
final class KeyHash {
  private KeyHash() {}

  static long of(String key) {
    return ByteBuffer.wrap(Sha256.of(key)).getLong();
  }
}
