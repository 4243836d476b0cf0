package gantry.payments.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.payments.verdict.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim's verdict as the API shows it; the submission only in part, it may be a secret. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ClaimView(
    UUID id,
    UUID intent,
    String userId,
    String submission,
    String outcome,
    String reason,
    @Nullable String chain,
    @Nullable String claimKey,
    @Nullable String asset,
    @Nullable String payer,
    @Nullable String received,
    @Nullable String required,
    @Nullable String surplus,
    @Nullable String shortBy,
    @Nullable Long confirmations,
    @Nullable Long requiredConfirmations,
    @Nullable Instant retryAt,
    List<Facts.Observation> evidence,
    Instant createdAt,
    Instant updatedAt) {
  public ClaimView {
    evidence = List.copyOf(evidence);
  }

  static ClaimView of(ClaimRow claim, Facts facts) {
    return new ClaimView(
        claim.id(),
        claim.intent(),
        claim.userId(),
        Submission.masked(claim.submission()),
        claim.outcome().name(),
        claim.reason().name(),
        facts.chain(),
        facts.claimKey(),
        facts.asset(),
        facts.payer(),
        facts.received(),
        facts.required(),
        facts.surplus(),
        facts.shortBy(),
        facts.confirmations(),
        facts.requiredConfirmations(),
        claim.outcome().isSettled() ? null : claim.nextCheckAt(),
        facts.evidence(),
        claim.createdAt(),
        claim.updatedAt());
  }

  /** Nothing more will happen by itself. */
  public boolean isSettled() {
    return Outcome.valueOf(outcome).isSettled();
  }
}
