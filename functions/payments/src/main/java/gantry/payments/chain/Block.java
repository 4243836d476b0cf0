package gantry.payments.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a transaction is.
 *
 * @param hash null where the provider does not tell
 * @param standing whether the chain still goes through this block
 */
public record Block(
    long height, @Nullable String hash, Instant time, long confirmations, Standing standing) {
  /** What has become of a block. */
  public enum Standing {
    /** It can no longer be replaced. */
    FINAL,
    /** It is the block at its height; the number of confirmations decides. */
    CANONICAL,
    /** Another block is at its height. */
    REPLACED
  }
}
