package gantry.payments.claim;

import gantry.chains.Address;
import gantry.chains.ChainId;
import gantry.payments.intent.Intent;
import gantry.payments.intent.Intents;
import gantry.payments.intent.ProofText;
import gantry.payments.proof.VerifyProof;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds an intent to the account whose key signed its text; waiting claims are looked at again. */
@Singleton
public final class ProvePayer {
  private final Transactions transactions;
  private final Intents intents;
  private final PostgresClaimStore claims;
  private final Claims looks;

  ProvePayer(Transactions transactions, Intents intents, PostgresClaimStore claims, Claims looks) {
    this.transactions = transactions;
    this.intents = intents;
    this.claims = claims;
    this.looks = looks;
  }

  /** What the caller sent. */
  public record Proof(String chain, String address, String signature) {}

  public sealed interface Result {
    record Bound(Intent intent) implements Result {}

    /** No chain or account of this intent, or not the stated payer. */
    record WrongAccount() implements Result {}

    record WrongSignature() implements Result {}

    record Expired() implements Result {}
  }

  public Result prove(Intent intent, Proof proof) {
    if (looks.isPast(intent.lifetime().expiresAt().plus(Intent.GRACE))) {
      return new Result.Expired();
    }
    var chain = ChainId.parse(proof.chain()).filter(it -> !intent.optionsOn(it).isEmpty());
    var address = chain.flatMap(it -> Address.parse(it.family(), proof.address()));
    if (chain.isEmpty() || address.isEmpty() || !isAllowed(intent, address.get())) {
      return new Result.WrongAccount();
    }
    var text = ProofText.of(intent, chain.get());
    return VerifyProof.isSignedBy(address.get(), text, proof.signature())
        ? new Result.Bound(bind(intent, address.get()))
        : new Result.WrongSignature();
  }

  private static boolean isAllowed(Intent intent, Address address) {
    var stated = Optional.ofNullable(intent.payers().stated());
    return stated.map(address::equals).orElse(true);
  }

  private Intent bind(Intent intent, Address payer) {
    return transactions.inTransaction(() -> {
      intents.lock(intent.id());
      intents.bind(intent.id(), payer, looks.now());
      claims.ofIntent(intent.id()).stream()
          .filter(ClaimRow::waitsForProof)
          .forEach(looks::lookSoon);
      return intents.find(intent.id()).orElseThrow();
    });
  }
}
