package gantry.tokenscan.schema;

import gantry.providers.Json;
import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Holding.Kind;
import gantry.tokenscan.facts.Holdings;
import gantry.tokenscan.facts.Truth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** GoPlus' lists of holders, of a token or of its liquidity. */
final class HolderList {
  private final Set<String> pools;
  private final Instant now;

  HolderList(Set<String> pools, Instant now) {
    this.pools = pools;
    this.now = now;
  }

  Holdings read(Json list) {
    return new Holdings(list.items().stream().flatMap(this::holdings).toList());
  }

  /** A holding of which a part is locked is two. */
  private Stream<Holding> holdings(Json holder) {
    var share = Fields.decimal(holder.at("percent"));
    if (share.isEmpty()) {
      return Stream.of(Holding.UNREADABLE);
    }
    var kind = kind(holder);
    if (kind == Kind.BURNED || kind == Kind.POOL || kind == Kind.POSITION) {
      return Stream.of(new Holding(account(holder), share.get(), kind));
    }
    var locked = share.get().multiply(new Locks(holder, now).part());
    return Stream.of(
            new Holding(account(holder), locked, Kind.LOCKED),
            new Holding(account(holder), share.get().subtract(locked), kind))
        .filter(part -> part.share().signum() > 0);
  }

  private Kind kind(Json holder) {
    var account = account(holder);
    if (Accounts.isBurning(account)) {
      return Kind.BURNED;
    }
    if (pools.contains(account) || Accounts.isEveryonesPool(account)) {
      return Kind.POOL;
    }
    if (!holder.at("NFT_list").items().isEmpty()) {
      return Kind.POSITION;
    }
    // A lock that has ended holds nothing any more: whoever locked can take it.
    return Fields.truth(holder.at("is_contract")) == Truth.YES && !Locks.areIn(holder)
        ? Kind.CONTRACT
        : Kind.WALLET;
  }

  /** On Solana the owner, who may have several token accounts. */
  private static String account(Json holder) {
    return holder
        .at("address")
        .text()
        .map(address -> address.toLowerCase(Locale.ROOT))
        .or(() -> holder.at("account").text())
        .or(() -> holder.at("token_account").text())
        .orElse("");
  }

  /** For accounts that a list may or may not have. */
  static boolean has(Holdings holdings, String account) {
    return holdings.all().stream().anyMatch(holding -> holding.holder().equals(account));
  }

  /** Somebody's holding that a source names apart from its list. */
  static Holding wallet(String account, BigDecimal share) {
    return new Holding(account, share, Kind.WALLET);
  }
}
