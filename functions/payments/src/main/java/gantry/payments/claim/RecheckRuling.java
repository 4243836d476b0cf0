package gantry.payments.claim;

import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands a credit to the operators. */
@Singleton
final class RecheckRuling {
  private final Announcements announcements;
  private final Clock clock;

  RecheckRuling(Announcements announcements, Clock clock) {
    this.announcements = announcements;
    this.clock = clock;
  }

  ClaimRow disappeared(ClaimRow claim) {
    var ruled = claim.ruled(Outcome.REVIEW, Reason.CREDIT_DISAPPEARED, clock.instant());
    announcements.count(ruled);
    return ruled;
  }
}
