package gantry.idempotency;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Claims, runs and answers, each in the transaction it belongs into. */
@Singleton
final class RequestLedger {
  private final PostgresRequestStore store;
  private final Transactions transactions;
  private final Answers answers;

  RequestLedger(PostgresRequestStore store, Transactions transactions, Answers answers) {
    this.store = store;
    this.transactions = transactions;
    this.answers = answers;
  }

  /** Commits at once: others must see it before the run begins. */
  boolean claim(Claim claim) {
    return store.claimIfFree(claim) != null;
  }

  Optional<KnownRequest> find(KeyedRequest request) {
    return store.find(request);
  }

  StoredAnswer answer(int status, KnownRequest known) {
    return answers.of(status, known);
  }

  /** Empty when a later run took the key over; then this one's changes are undone. */
  Optional<StoredAnswer> run(UUID claim, Effect effect, Supplier<StoredAnswer> run) {
    try {
      return Optional.of(
          switch (effect) {
            case DATABASE -> transactions.inTransaction(() -> stored(claim, run.get()));
            case ELSEWHERE -> stored(claim, run.get());
          });
    } catch (LostClaim _) {
      return Optional.empty();
    }
  }

  /**
   * Where the outcome of the commit is unknown this waits for its row: an answer that did get there
   * stays.
   */
  void release(UUID claim, Throwable why) {
    try {
      store.release(claim);
    } catch (RuntimeException e) {
      // The lease frees it in the end.
      why.addSuppressed(e);
    }
  }

  private StoredAnswer stored(UUID claim, StoredAnswer answer) {
    if (!answer.isFinal()) {
      throw new FailedRun(answer);
    }
    if (store.answer(claim, answer.status(), answers.headers(answer), answer.body()) == 0) {
      throw new LostClaim();
    }
    return answer;
  }
}
