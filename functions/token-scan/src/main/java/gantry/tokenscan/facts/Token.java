package gantry.tokenscan.facts;

/** A token by its chain's name and its canonical address there. */
public record Token(String chain, String address) {
  private static final String SOLANA = "solana:";

  public boolean isSolana() {
    return chain.startsWith(SOLANA);
  }

  /** The chain's number, or what else tells it from others of its kind. */
  public String reference() {
    return chain.substring(chain.indexOf(':') + 1);
  }
}
