package gantry.payments.claim;

import gantry.lambda.UuidV7;
import gantry.payments.intent.Intent;
import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Claims nothing is known about yet; due soon, in case whoever opened it dies. */
@Singleton
final class NewClaims {
  private final UuidV7 ids;
  private final Clock clock;

  NewClaims(UuidV7 ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  ClaimRow claim(Intent intent, Submission submission, String answer, WatchPolicy policy) {
    var now = clock.instant();
    return new ClaimRow(
        ids.next(),
        intent.id(),
        intent.owner().tenant(),
        intent.owner().userId(),
        submission.value(),
        submission.hintText(),
        Outcome.PENDING,
        Reason.NOT_FOUND,
        null,
        null,
        null,
        null,
        null,
        answer,
        0,
        now.plus(WatchPolicy.REQUEST),
        now.plus(policy.watchFor()),
        now,
        now);
  }
}
