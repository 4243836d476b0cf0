package gantry.payments.claim;

import gantry.payments.intent.Intent;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Opens a claim at its first submission, and finds it at every other. */
@Singleton
final class OpenClaims {
  private static final int MOST = 20;

  private final PostgresClaimStore store;
  private final ClaimBook book;
  private final WatchPolicy policy;
  private final NewClaims fresh;

  OpenClaims(PostgresClaimStore store, ClaimBook book, WatchPolicy policy, NewClaims fresh) {
    this.store = store;
    this.book = book;
    this.policy = policy;
    this.fresh = fresh;
  }

  /** Empty when the intent has too many. */
  Optional<ClaimRow> open(Intent intent, Submission submission) {
    var known = store.findSubmitted(intent.id(), submission.value());
    if (known.isPresent()) {
      forgetWrongHint(known.get(), submission);
      return known;
    }
    if (store.ofIntent(intent.id()).size() >= MOST) {
      return Optional.empty();
    }
    store.insertIfNew(fresh.claim(intent, submission, book.nothing(), policy));
    return store.findSubmitted(intent.id(), submission.value());
  }

  /** Who sends the hash without it, or with another, takes an explorer's word back. */
  private void forgetWrongHint(ClaimRow claim, Submission submission) {
    if (claim.hint() != null && !claim.hint().equals(submission.hintText())) {
      store.forgetHint(claim.id());
    }
  }

  ClaimView view(ClaimRow claim) {
    return book.view(claim);
  }
}
