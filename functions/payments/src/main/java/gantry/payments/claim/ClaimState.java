package gantry.payments.claim;

import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the audit keeps a hash of: what a decision may change of a claim, and nobody's name. */
@Serdeable
record ClaimState(
    Outcome outcome,
    Reason reason,
    BigInteger received,
    List<String> legs,
    @Nullable Instant nextCheckAt) {
  ClaimState {
    legs = List.copyOf(legs);
  }

  static ClaimState of(ClaimRow claim) {
    return new ClaimState(
        claim.outcome(), claim.reason(), claim.received(), claim.legIndexes(), claim.nextCheckAt());
  }
}
