package gantry.payments.asset;

import gantry.chains.ChainId;

/**
 * An asset on one chain. Chain and contract say which it is, never a symbol; the decimals belong to
 * that contract.
 */
public record Asset(Token token, String code, int decimals) {
  public ChainId chain() {
    return token.chain();
  }

  /** Of the assets that we know, all but the chains' coins are worth a dollar. */
  public boolean isStablecoin() {
    return !token.isCoin();
  }

  /** What a ledger counts in: the same code on another chain is another currency. */
  public String currency() {
    return chain() + "/" + code;
  }
}
