package gantry.idempotency;

import gantry.idempotency.AnswerOnce.Outcome.Answered;
import gantry.idempotency.AnswerOnce.Outcome.Failed;
import gantry.idempotency.AnswerOnce.Outcome.OtherRequest;
import gantry.idempotency.AnswerOnce.Outcome.Repeated;
import gantry.idempotency.AnswerOnce.Outcome.Running;
import gantry.lambda.Invocation;
import gantry.lambda.UuidV7;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Runs a request once per key, and gives its answer to whoever sends it again. */
@Singleton
final class AnswerOnce {
  /** Behind the moment at which Lambda ends a run, by more than clocks differ. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration LEASE_ELSEWHERE = Duration.ofMinutes(1);

  private final RequestLedger ledger;
  private final UuidV7 ids;
  private final Clock clock;

  AnswerOnce(RequestLedger ledger, UuidV7 ids, Clock clock) {
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome answer(KeyedRequest request, Terms terms, Supplier<StoredAnswer> run) {
    var claim = claim(request, terms);
    return ledger.claim(claim) ? run(claim.claim(), terms, run) : known(request);
  }

  private Claim claim(KeyedRequest request, Terms terms) {
    var now = clock.instant();
    var lease = Invocation.current().map(Invocation::timeLeft).orElse(LEASE_ELSEWHERE);
    return Claim.of(ids.next(), request, now, now.plus(lease).plus(GRACE), now.plus(terms.keep()));
  }

  private Outcome run(UUID claim, Terms terms, Supplier<StoredAnswer> run) {
    try {
      var answer = ledger.run(claim, terms.effect(), run);
      return answer.<Outcome>map(Answered::new).orElseGet(Running::new);
    } catch (FailedRun failed) {
      ledger.release(claim, failed);
      return new Failed(failed.answer());
    } catch (RuntimeException | Error e) {
      ledger.release(claim, e);
      throw e;
    }
  }

  /** A key that is free by now was released a moment ago: as good as running. */
  private Outcome known(KeyedRequest request) {
    var known = ledger.find(request);
    if (known.isEmpty()) {
      return new Running();
    }
    if (!known.get().fingerprint().equals(request.fingerprint())) {
      return new OtherRequest();
    }
    return Optional.ofNullable(known.get().status())
        .<Outcome>map(status -> new Repeated(ledger.answer(status, known.get())))
        .orElseGet(Running::new);
  }

  /** What a route promises. */
  record Terms(Duration keep, Effect effect) {}

  sealed interface Outcome {
    record Answered(StoredAnswer answer) implements Outcome {}

    record Repeated(StoredAnswer answer) implements Outcome {}

    /** Ours went wrong; nothing was stored. */
    record Failed(StoredAnswer answer) implements Outcome {}

    record Running() implements Outcome {}

    record OtherRequest() implements Outcome {}
  }
}
