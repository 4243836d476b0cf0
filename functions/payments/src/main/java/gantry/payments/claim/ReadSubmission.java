package gantry.payments.claim;

import gantry.chains.ChainId;
import gantry.chains.ChainId.Family;
import gantry.chains.TransactionHash;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a hash, a signature or an explorer's address; nothing is repaired, nothing is fetched. */
final class ReadSubmission {
  private static final int LONGEST = 300;

  private ReadSubmission() {}

  static Optional<Submission> read(String text) {
    var trimmed = text.length() > 2 * LONGEST ? text : text.strip();
    if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    return plain(trimmed).or(() -> ExplorerUrl.read(trimmed).flatMap(ReadSubmission::hinted));
  }

  private static Optional<Submission> plain(String text) {
    var hex = TransactionHash.parse(Family.TRON, text).map(TransactionHash::value);
    if (hex.isPresent()) {
      var isPrefixed = text.toLowerCase(Locale.ROOT).startsWith("0x");
      var first = isPrefixed ? Family.EVM : Family.TRON;
      var second = isPrefixed ? Family.TRON : Family.EVM;
      return Optional.of(new Submission(hex.get(), List.of(first, second), null));
    }
    return TransactionHash.parse(Family.SOLANA, text)
        .map(hash -> new Submission(hash.value(), List.of(Family.SOLANA), null));
  }

  private static Optional<Submission> hinted(ExplorerUrl url) {
    return plain(url.hash())
        .filter(it -> it.families().contains(url.chain().family()))
        .map(it -> with(it, url.chain()));
  }

  private static Submission with(Submission submission, ChainId hint) {
    return new Submission(submission.value(), List.of(hint.family()), hint);
  }
}
