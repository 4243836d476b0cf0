package gantry.payments.verdict;

import gantry.chains.ChainId;
import gantry.chains.TransactionHash;
import gantry.payments.chain.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a transaction.
 *
 * @param sighting null while no provider has seen it in a block
 * @param money null when it brought none that counts
 */
public record Verdict(
    Outcome outcome, Reason reason, @Nullable Sighting sighting, @Nullable Money money) {
  /** Where it was seen, and by whom. */
  public record Sighting(
      ChainId chain,
      TransactionHash hash,
      long confirmations,
      long requiredConfirmations,
      List<Evidence> evidence) {
    public Sighting {
      evidence = List.copyOf(evidence);
    }
  }

  static Verdict of(Reason reason) {
    return new Verdict(reason.outcome(), reason, null, null);
  }

  static Verdict of(Reason reason, Sighting sighting) {
    return new Verdict(reason.outcome(), reason, sighting, null);
  }

  static Verdict of(Reason reason, Sighting sighting, Money money) {
    return new Verdict(reason.outcome(), reason, sighting, money);
  }

  /** The same facts under another ruling. */
  public Verdict ruled(Outcome by, Reason why) {
    return new Verdict(by, why, sighting, money);
  }
}
