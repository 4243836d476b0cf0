package gantry.audit;

import gantry.audit.BrokenLink.Break;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Walks along one chain and computes every hash anew. */
@Singleton
final class VerifyChain {
  private static final int PAGE = 1_000;

  private final PostgresAuditStore events;

  VerifyChain(PostgresAuditStore events) {
    this.events = events;
  }

  /** Up to the end as it was read before; what was appended since is another verification's. */
  Optional<BrokenLink> verify(Chain end) {
    var last = new Link(0, "");
    while (last.number() < end.lastNumber()) {
      var page = events.ofChain(end.chain(), last.number(), end.lastNumber(), PAGE);
      if (page.isEmpty()) {
        return broken(end, end.lastNumber(), Break.TRUNCATED);
      }
      for (var row : page) {
        var flaw = flaw(last, row);
        if (flaw.isPresent()) {
          return broken(end, last.number() + 1, flaw.get());
        }
        last = new Link(row.number(), row.hash());
      }
    }
    return last.hash().equals(end.lastHash())
        ? Optional.empty()
        : broken(end, end.lastNumber(), Break.END_ALTERED);
  }

  private static Optional<Break> flaw(Link last, AuditRow row) {
    if (row.number() != last.number() + 1) {
      return Optional.of(Break.MISSING);
    }
    if (!row.digest().equals(row.hash())) {
      return Optional.of(Break.ALTERED);
    }
    return row.previousHash().equals(last.hash()) ? Optional.empty() : Optional.of(Break.UNLINKED);
  }

  private static Optional<BrokenLink> broken(Chain chain, long number, Break reason) {
    return Optional.of(new BrokenLink(chain.chain(), number, reason));
  }

  private record Link(long number, String hash) {}
}
