package gantry.payments.claim;

import gantry.chains.ChainId;
import gantry.chains.ChainId.Family;
import gantry.chains.TransactionHash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody submitted. It may be a private key that only looks like a hash: nobody logs it or
 * sends it back.
 *
 * @param value the same for every way of writing it
 * @param families kinds of chains that it may be of, the likeliest first
 * @param hint the chain of an explorer's address; null without one
 */
record Submission(String value, List<Family> families, @Nullable ChainId hint) {
  Submission {
    families = List.copyOf(families);
  }

  Optional<TransactionHash> on(ChainId chain) {
    return TransactionHash.parse(chain.family(), value);
  }

  @Nullable String hintText() {
    return hint == null ? null : hint.toString();
  }

  /** How much of it may be shown. */
  static String masked(String value) {
    return value.length() < 16
        ? "…"
        : value.substring(0, 6) + "…" + value.substring(value.length() - 4);
  }

  @Override
  public String toString() {
    return "Submission[" + families + "]";
  }
}
