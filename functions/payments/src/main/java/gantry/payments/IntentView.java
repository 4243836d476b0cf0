package gantry.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.payments.claim.ClaimView;
import gantry.payments.intent.Intent;
import gantry.payments.intent.OptionView;
import gantry.payments.intent.ProofText;
import gantry.payments.verdict.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An intent as the API shows it; its state follows from its claims and the time. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record IntentView(
    UUID id,
    State state,
    String userId,
    Instant createdAt,
    Instant expiresAt,
    List<OptionView> options,
    Map<String, String> payerProof,
    List<ClaimView> claims) {
  IntentView {
    options = List.copyOf(options);
    payerProof = Map.copyOf(payerProof);
    claims = List.copyOf(claims);
  }

  /** How far it is. */
  enum State {
    OPEN,
    PENDING,
    CREDITED,
    REVIEW,
    EXPIRED
  }

  static IntentView of(Intent intent, List<ClaimView> claims, Instant now) {
    return new IntentView(
        intent.id(),
        state(intent, claims, now),
        intent.owner().userId(),
        intent.lifetime().createdAt(),
        intent.lifetime().expiresAt(),
        intent.options().stream().map(OptionView::of).toList(),
        proofs(intent),
        claims);
  }

  private static State state(Intent intent, List<ClaimView> claims, Instant now) {
    if (intent.lifetime().credited()) {
      return State.CREDITED;
    }
    if (has(claims, Outcome.REVIEW)) {
      return State.REVIEW;
    }
    if (has(claims, Outcome.PENDING) || has(claims, Outcome.UNAVAILABLE)) {
      return State.PENDING;
    }
    return now.isAfter(intent.window().to()) ? State.EXPIRED : State.OPEN;
  }

  private static boolean has(List<ClaimView> claims, Outcome outcome) {
    return claims.stream().anyMatch(claim -> claim.outcome().equals(outcome.name()));
  }

  /** The exact texts to sign, by chain. */
  private static Map<String, String> proofs(Intent intent) {
    var texts = new LinkedHashMap<String, String>();
    intent
        .options()
        .forEach(option -> {
          var chain = option.asset().chain();
          texts.put(chain.toString(), ProofText.of(intent, chain));
        });
    return texts;
  }
}
