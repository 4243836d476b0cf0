package gantry.tokenscan.facts;

/** Who says something about a token. */
public enum Source {
  GOPLUS("goplus"),
  HONEYPOT_IS("honeypot.is"),
  RUGCHECK("rugcheck"),
  /** Our own list of tokens, and what follows from comparing. */
  GANTRY("gantry");

  private final String label;

  Source(String label) {
    this.label = label;
  }

  /** As the API names it. */
  public String label() {
    return label;
  }
}
