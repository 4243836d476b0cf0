package gantry.payments.claim;

import gantry.payments.verdict.Outcome;
import gantry.payments.verdict.Reason;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim: its state, what the chain said of it, and when it is looked at again. */
@MappedEntity("payments.claims")
record ClaimRow(
    @Id UUID id,
    UUID intent,
    String tenant,
    String userId,
    String submission,
    @Nullable String hint,
    Outcome outcome,
    Reason reason,
    @Nullable String chain,
    @Nullable String hash,
    @Nullable String currency,
    @Nullable BigDecimal units,
    @Nullable String legs,
    String answer,
    int attempt,
    @Nullable Instant nextCheckAt,
    Instant watchUntil,
    Instant createdAt,
    Instant updatedAt) {
  /** Asked again, it may get another answer. */
  boolean isOpen() {
    return outcome != Outcome.CREDITED && reason.mayChange();
  }

  /** Whether its money belongs to the intent, and waits for more. */
  boolean isHeld() {
    return outcome == Outcome.REVIEW && reason == Reason.UNDERPAID;
  }

  /** Whether a provider has ever seen it in a block. */
  boolean isSeen() {
    return chain != null;
  }

  /** Whether it was settled by who seems to have paid, or for want of an answer. */
  boolean waitsForProof() {
    return isOpen() && (outcome == Outcome.REVIEW || reason == Reason.PAYER_MISMATCH);
  }

  BigInteger received() {
    return units == null ? BigInteger.ZERO : units.toBigIntegerExact();
  }

  List<String> legIndexes() {
    return legs == null ? List.of() : legs.lines().toList();
  }

  ClaimRow ruled(Outcome by, Reason why, Instant now) {
    return new ClaimRow(
        id,
        intent,
        tenant,
        userId,
        submission,
        hint,
        by,
        why,
        chain,
        hash,
        currency,
        units,
        legs,
        answer,
        attempt,
        nextCheckAt,
        watchUntil,
        createdAt,
        now);
  }

  /** The next look at it, if any; each has its own number, so that a copy of a message is told. */
  ClaimRow checkedNext(@Nullable Instant at) {
    return new ClaimRow(
        id,
        intent,
        tenant,
        userId,
        submission,
        hint,
        outcome,
        reason,
        chain,
        hash,
        currency,
        units,
        legs,
        answer,
        attempt + 1,
        at,
        watchUntil,
        createdAt,
        updatedAt);
  }

  ClaimRow seen(Sighted sighted) {
    return new ClaimRow(
        id,
        intent,
        tenant,
        userId,
        submission,
        hint,
        outcome,
        reason,
        sighted.chain(),
        sighted.hash(),
        sighted.currency(),
        sighted.units(),
        sighted.legs(),
        sighted.answer(),
        attempt,
        nextCheckAt,
        watchUntil,
        createdAt,
        updatedAt);
  }

  /** What is not on any chain may be a secret: it is not kept. */
  ClaimRow forgotten(String fingerprint) {
    return new ClaimRow(
        id,
        intent,
        tenant,
        userId,
        fingerprint,
        hint,
        outcome,
        reason,
        chain,
        hash,
        currency,
        units,
        legs,
        answer,
        attempt,
        nextCheckAt,
        watchUntil,
        createdAt,
        updatedAt);
  }

  /** What the last look found. */
  record Sighted(
      @Nullable String chain,
      @Nullable String hash,
      @Nullable String currency,
      @Nullable BigDecimal units,
      @Nullable String legs,
      String answer) {}
}
