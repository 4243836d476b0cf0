package gantry.tokenscan.judgement;

/** What a finding is about. */
public enum Flag {
  HONEYPOT(Kind.TRAP),
  CANNOT_SELL(Kind.TRAP),
  FAKE_TOKEN(Kind.TRAP),
  AIRDROP_SCAM(Kind.TRAP),
  RUGGED(Kind.TRAP),
  NON_TRANSFERABLE(Kind.TRAP),
  FROZEN_BY_DEFAULT(Kind.TRAP),
  MALICIOUS_CREATOR(Kind.TRAP),
  IMPERSONATION(Kind.TRAP),
  SELL_TAX_HIGH(Kind.TAX),
  SELL_TAX_MEDIUM(Kind.TAX),
  BUY_TAX_HIGH(Kind.TAX),
  BUY_TAX_MEDIUM(Kind.TAX),
  TRANSFER_TAX_HIGH(Kind.TAX),
  TRANSFER_TAX_MEDIUM(Kind.TAX),
  TAX_UNKNOWN(Kind.COVERAGE),
  TAX_MODIFIABLE(Kind.CONTROL),
  HIDDEN_OWNER(Kind.CONTROL),
  OWNERSHIP_RECLAIMABLE(Kind.CONTROL),
  SELF_DESTRUCT(Kind.CONTROL),
  NOT_VERIFIED(Kind.CONTROL),
  TRANSFER_HOOK(Kind.CONTROL),
  BALANCE_MUTABLE(Kind.CONTROL),
  OWNER_CHANGES_BALANCE(Kind.POWER),
  FREEZE_AUTHORITY(Kind.POWER),
  MINTABLE(Kind.POWER),
  PAUSABLE(Kind.POWER),
  BLACKLIST(Kind.POWER),
  PROXY(Kind.POWER),
  EXTERNAL_CALL(Kind.CONTROL),
  TRADING_COOLDOWN(Kind.CONTROL),
  CANNOT_BUY(Kind.MARKET),
  SUPPLY_ANOMALY(Kind.CONTROL),
  HOLDER_CONCENTRATION(Kind.CONCENTRATION),
  HOLDER_CONCENTRATION_WALLET(Kind.CONCENTRATION),
  LIQUIDITY_UNLOCKED(Kind.CONCENTRATION),
  LIQUIDITY_TINY(Kind.MARKET),
  NOT_TRADED(Kind.MARKET),
  CREATOR_HISTORY(Kind.CONTROL),
  SECOND_OPINION(Kind.CONTROL),
  ISSUER_CONTROLLED(Kind.COVERAGE),
  NOT_A_HONEYPOT(Kind.COVERAGE),
  HONEYPOT_UNKNOWN(Kind.COVERAGE),
  PARTIAL_DATA(Kind.COVERAGE),
  SOURCES_DISAGREE(Kind.COVERAGE),
  NOT_FOUND(Kind.COVERAGE),
  NOT_A_CONTRACT(Kind.COVERAGE),
  UNSUPPORTED_CHAIN(Kind.COVERAGE),
  STILL_ANALYSING(Kind.COVERAGE),
  LAST_ANSWER(Kind.COVERAGE),
  CHAINS_NOT_ASKED(Kind.COVERAGE),
  PROVIDER_UNAVAILABLE(Kind.COVERAGE);

  private final Kind kind;

  Flag(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** What may soften a finding. */
  enum Kind {
    /** Nothing does; on a pinned token it is a contradiction. */
    TRAP,
    /** Nothing does. */
    TAX,
    /** Expected of an issuer: a place on our list. */
    CONTROL,
    /** Expected of an issuer: our list, or a provider's trust. */
    POWER,
    /** Our list, or a provider's trust. */
    CONCENTRATION,
    /** Our list. */
    MARKET,
    /** Says what is known and what is not: our list. */
    COVERAGE
  }
}
