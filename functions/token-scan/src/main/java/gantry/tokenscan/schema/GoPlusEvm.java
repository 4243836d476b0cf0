package gantry.tokenscan.schema;

import gantry.providers.Json;
import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Holdings;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.facts.Truth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What GoPlus says about a token of an EVM chain: taxes and shares as fractions. */
final class GoPlusEvm {
  private static final Map<Topic, String> FLAGS =
      Map.ofEntries(
          Map.entry(Topic.HONEYPOT, "is_honeypot"),
          Map.entry(Topic.CANNOT_SELL, "cannot_sell_all"),
          Map.entry(Topic.CANNOT_BUY, "cannot_buy"),
          Map.entry(Topic.PROXY, "is_proxy"),
          Map.entry(Topic.HIDDEN_OWNER, "hidden_owner"),
          Map.entry(Topic.OWNERSHIP_RECLAIMABLE, "can_take_back_ownership"),
          Map.entry(Topic.OWNER_CHANGES_BALANCE, "owner_change_balance"),
          Map.entry(Topic.MINTABLE, "is_mintable"),
          Map.entry(Topic.PAUSABLE, "transfer_pausable"),
          Map.entry(Topic.BLACKLIST, "is_blacklisted"),
          Map.entry(Topic.SELF_DESTRUCT, "selfdestruct"),
          Map.entry(Topic.EXTERNAL_CALL, "external_call"),
          Map.entry(Topic.TRADING_COOLDOWN, "trading_cooldown"),
          Map.entry(Topic.TRADED, "is_in_dex"),
          Map.entry(Topic.TRUSTED, "trust_list"));

  private final Json entry;
  private final HolderList holders;

  GoPlusEvm(Json entry, Instant now) {
    this.entry = entry;
    this.holders = new HolderList(pools(entry), now);
  }

  Facts facts() {
    var facts = new Facts.Builder();
    FLAGS.forEach((topic, field) -> facts.truth(topic, flag(field)));
    return facts
        .truth(Topic.NOT_VERIFIED, flag("is_open_source").not())
        .truth(Topic.OWNER_GONE, ownerGone())
        .truth(Topic.CREATOR_HISTORY, count("honeypot_with_same_creator"))
        .truth(Topic.FAKE_TOKEN, fake())
        .truth(Topic.AIRDROP_SCAM, flag("is_airdrop_scam").onlyYes())
        .truth(
            Topic.TAX_MODIFIABLE,
            Truth.any(List.of(flag("slippage_modifiable"), flag("personal_slippage_modifiable"))))
        .number(Topic.SELL_TAX, Fields.decimal(entry.at("sell_tax")))
        .number(Topic.BUY_TAX, Fields.decimal(entry.at("buy_tax")))
        .number(Topic.TRANSFER_TAX, Fields.decimal(entry.at("transfer_tax")))
        .number(Topic.LIQUIDITY, liquidity())
        .holdings(Topic.HOLDERS, withMakers(holders.read(entry.at("holders"))))
        .holdings(Topic.LIQUIDITY_HOLDERS, holders.read(entry.at("lp_holders")))
        .build();
  }

  private Truth flag(String field) {
    return Fields.truth(entry.at(field));
  }

  private Truth count(String field) {
    return Fields.decimal(entry.at(field))
        .map(count -> Truth.of(count.signum() > 0))
        .orElse(Truth.UNKNOWN);
  }

  /** An owner that was not found may be there all the same. */
  private Truth ownerGone() {
    var owner = address("owner_address");
    return owner.isEmpty()
        ? Truth.UNKNOWN
        : Truth.of(owner.equals(Accounts.ZERO) || owner.equals(Accounts.DEAD));
  }

  /** What GoPlus says without having looked: its silence is no all-clear. */
  private Truth fake() {
    var notTrue = flag("is_true_token").not();
    return Truth.any(List.of(notTrue, Fields.truth(entry.at("fake_token", "value")))).onlyYes();
  }

  /** A sum of which a part is unknown is unknown. */
  private Optional<BigDecimal> liquidity() {
    var pools = entry.at("dex").items();
    var known = pools.stream().flatMap(pool -> Fields.decimal(pool.at("liquidity")).stream());
    var sums = known.toList();
    return pools.isEmpty() || sums.size() < pools.size()
        ? Optional.empty()
        : Optional.of(sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /**
   * Owner and creator hold as well, also when they are not among the ten largest. They alone are no
   * list.
   */
  private Holdings withMakers(Holdings listed) {
    var makers =
        Stream.of("owner", "creator")
            .flatMap(maker -> maker(listed, maker).stream())
            .collect(Collectors.toMap(Holding::holder, holding -> holding, (one, _) -> one))
            .values();
    return listed
        .and(makers.stream())
        .and(listed.isKnown() ? Stream.empty() : Stream.of(Holding.UNREADABLE));
  }

  private Optional<Holding> maker(Holdings listed, String maker) {
    var address = address(maker + "_address");
    return Fields.decimal(entry.at(maker + "_percent"))
        .filter(share -> share.signum() > 0)
        .filter(_ -> !address.isEmpty() && !Accounts.isBurning(address))
        .filter(_ -> !HolderList.has(listed, address))
        .map(share -> HolderList.wallet(address, share));
  }

  private String address(String field) {
    return Fields.text(entry.at(field)).toLowerCase(Locale.ROOT);
  }

  private static Set<String> pools(Json entry) {
    return entry.at("dex").items().stream()
        .map(pool -> Fields.text(pool.at("pair")).toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
