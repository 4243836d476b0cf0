package gantry.tokenscan.judgement;

import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.facts.Topic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How much of what should be known about a token is known, to all sources together. */
public record Completeness(int known, int expected, Set<Topic> missing) {
  private static final Set<Topic> EVM =
      EnumSet.of(
          Topic.HONEYPOT,
          Topic.CANNOT_SELL,
          Topic.SELL_TAX,
          Topic.BUY_TAX,
          Topic.TAX_MODIFIABLE,
          Topic.NOT_VERIFIED,
          Topic.PROXY,
          Topic.OWNER_GONE,
          Topic.HIDDEN_OWNER,
          Topic.OWNERSHIP_RECLAIMABLE,
          Topic.OWNER_CHANGES_BALANCE,
          Topic.MINTABLE,
          Topic.PAUSABLE,
          Topic.BLACKLIST,
          Topic.SELF_DESTRUCT,
          Topic.CREATOR_HISTORY,
          Topic.TRADED,
          Topic.LIQUIDITY,
          Topic.LIQUIDITY_HOLDERS,
          Topic.HOLDERS);

  /** Nobody simulates a sale there: what could prevent one is asked instead. */
  private static final Set<Topic> SOLANA =
      EnumSet.of(
          Topic.NON_TRANSFERABLE,
          Topic.FROZEN_BY_DEFAULT,
          Topic.BALANCE_MUTABLE,
          Topic.TRANSFER_HOOK,
          Topic.MALICIOUS_CREATOR,
          Topic.SELL_TAX,
          Topic.TAX_MODIFIABLE,
          Topic.MINTABLE,
          Topic.FREEZE_AUTHORITY,
          Topic.TRADED,
          Topic.LIQUIDITY,
          Topic.LIQUIDITY_HOLDERS,
          Topic.HOLDERS);

  private static final Set<Topic> EVM_SALE = EnumSet.of(Topic.HONEYPOT);
  private static final Set<Topic> SOLANA_SALE =
      EnumSet.of(Topic.NON_TRANSFERABLE, Topic.FROZEN_BY_DEFAULT);

  public Completeness {
    missing = missing.isEmpty() ? Set.of() : EnumSet.copyOf(missing);
  }

  static Completeness of(Token token, List<Answered> answered) {
    var missing = EnumSet.copyOf(token.isSolana() ? SOLANA : EVM);
    var expected = missing.size();
    answered.stream().map(Answered::facts).map(Facts::known).forEach(missing::removeAll);
    return new Completeness(expected - missing.size(), expected, missing);
  }

  BigDecimal part() {
    return BigDecimal.valueOf(known).divide(BigDecimal.valueOf(expected), MathContext.DECIMAL32);
  }

  /** Whether something is known that a sale depends on. */
  boolean tellsSellability() {
    return isKnown(expected == SOLANA.size() ? SOLANA_SALE : EVM_SALE);
  }

  private boolean isKnown(Collection<Topic> topics) {
    return topics.stream().noneMatch(missing::contains);
  }
}
