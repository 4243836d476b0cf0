package gantry.tokenscan.facts;

/** What can be known about a token; a yes is always the bad answer unless it is said. */
public enum Topic {
  HONEYPOT("honeypot"),
  CANNOT_SELL("cannotSell"),
  CANNOT_BUY("cannotBuy"),
  SELL_TAX("sellTax"),
  BUY_TAX("buyTax"),
  TRANSFER_TAX("transferTax"),
  TAX_MODIFIABLE("taxModifiable"),
  FAKE_TOKEN("fakeToken"),
  AIRDROP_SCAM("airdropScam"),
  NOT_VERIFIED("sourceCode"),
  PROXY("proxy"),
  /** A yes is the good answer: nobody is left to use the owner's powers. */
  OWNER_GONE("owner"),
  HIDDEN_OWNER("hiddenOwner"),
  OWNERSHIP_RECLAIMABLE("ownershipReclaimable"),
  OWNER_CHANGES_BALANCE("ownerChangesBalance"),
  MINTABLE("mintable"),
  PAUSABLE("pausable"),
  BLACKLIST("blacklist"),
  SELF_DESTRUCT("selfDestruct"),
  EXTERNAL_CALL("externalCall"),
  TRADING_COOLDOWN("tradingCooldown"),
  CREATOR_HISTORY("creatorHistory"),
  /** A yes is the good answer. */
  TRADED("traded"),
  LIQUIDITY("liquidity"),
  LIQUIDITY_HOLDERS("liquidityHolders"),
  HOLDERS("holders"),
  NON_TRANSFERABLE("nonTransferable"),
  FROZEN_BY_DEFAULT("frozenByDefault"),
  FREEZE_AUTHORITY("freezeAuthority"),
  FREEZE_CHANGEABLE("freezeChangeable"),
  BALANCE_MUTABLE("balanceMutable"),
  TRANSFER_HOOK("transferHook"),
  HOOK_CHANGEABLE("hookChangeable"),
  MALICIOUS_CREATOR("maliciousCreator"),
  RUGGED("rugged"),
  /** A yes is the good answer, and softens some others. */
  TRUSTED("trusted");

  private final String label;

  Topic(String label) {
    this.label = label;
  }

  /** As the API names it. */
  public String label() {
    return label;
  }
}
