package gantry.payments.intent;

import gantry.chains.ChainId;

/** What a payer signs; it is of no use for any other intent, tenant or chain. */
public final class ProofText {
  private ProofText() {}

  public static String of(Intent intent, ChainId chain) {
    return """
    I pay this intent from my account.
    Intent: %s
    Tenant: %s
    Chain: %s
    Nonce: %s
    Expires: %s\
    """
        .formatted(
            intent.id(),
            intent.owner().tenant(),
            chain,
            intent.payers().nonce(),
            intent.lifetime().expiresAt());
  }
}
