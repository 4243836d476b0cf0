package gantry.tokenscan.schema;

import gantry.providers.Json;
import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Holding.Kind;
import gantry.tokenscan.facts.Holdings;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.facts.Truth;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What GoPlus says about a mint of Solana; it has no word on honeypots there. */
final class GoPlusSolana {
  private static final List<String> AUTHORITIES =
      List.of(
          "mintable",
          "freezable",
          "closable",
          "balance_mutable_authority",
          "transfer_fee_upgradable",
          "transfer_hook_upgradable",
          "default_account_state_upgradable");

  /** A part of the liquidity that is nobody's loss, whoever has it. */
  private static final BigDecimal LITTLE = new BigDecimal("0.05");

  private final Json entry;
  private final HolderList holders;

  GoPlusSolana(Json entry, Instant now) {
    this.entry = entry;
    var pools =
        entry.at("dex").items().stream()
            .map(pool -> Fields.text(pool.at("id")))
            .collect(Collectors.toUnmodifiableSet());
    this.holders = new HolderList(pools, now);
  }

  Facts facts() {
    return new Facts.Builder()
        .truth(Topic.MINTABLE, status("mintable"))
        .truth(Topic.FREEZE_AUTHORITY, status("freezable"))
        .truth(Topic.BALANCE_MUTABLE, status("balance_mutable_authority"))
        .truth(Topic.TAX_MODIFIABLE, status("transfer_fee_upgradable"))
        .truth(Topic.HOOK_CHANGEABLE, status("transfer_hook_upgradable"))
        .truth(Topic.FREEZE_CHANGEABLE, status("default_account_state_upgradable"))
        .truth(Topic.NON_TRANSFERABLE, nonTransferable())
        .truth(Topic.FROZEN_BY_DEFAULT, frozenByDefault())
        .truth(Topic.TRANSFER_HOOK, transferHook())
        .truth(Topic.MALICIOUS_CREATOR, malicious())
        .truth(Topic.TRUSTED, Fields.truth(entry.at("trusted_token")))
        .truth(Topic.TRADED, traded())
        .number(Topic.SELL_TAX, transferFee())
        .number(Topic.LIQUIDITY, liquidity())
        .holdings(Topic.HOLDERS, holders.read(entry.at("holders")))
        .holdings(Topic.LIQUIDITY_HOLDERS, liquidityHolders())
        .build();
  }

  private Truth status(String authority) {
    return Fields.truth(entry.at(authority, "status"));
  }

  /** The answers and the documentation spell it differently. */
  private Truth nonTransferable() {
    var live = Fields.truth(entry.at("non_transferable"));
    var documented = Fields.truth(entry.at("none_transferable"));
    return live == Truth.UNKNOWN || documented == Truth.YES ? documented : live;
  }

  private Truth frozenByDefault() {
    return switch (entry.at("default_account_state").scalar().orElse("")) {
      case "2" -> Truth.YES;
      case "0", "1" -> Truth.NO;
      default -> Truth.UNKNOWN;
    };
  }

  private Truth transferHook() {
    var hooks = entry.at("transfer_hook");
    return hooks.isList() ? Truth.of(!hooks.items().isEmpty()) : Truth.UNKNOWN;
  }

  /** One malicious party is enough; all must be known for none. */
  private Truth malicious() {
    var parties =
        Stream.of(
                AUTHORITIES.stream().flatMap(name -> entry.at(name, "authority").items().stream()),
                entry.at("metadata_mutable", "metadata_upgrade_authority").items().stream(),
                entry.at("creators").items().stream(),
                entry.at("transfer_hook").items().stream())
            .flatMap(list -> list)
            .map(party -> Fields.truth(party.at("malicious_address")))
            .toList();
    if (parties.contains(Truth.YES)) {
      return Truth.YES;
    }
    return entry.at("creators").isList() && !parties.contains(Truth.UNKNOWN)
        ? Truth.NO
        : Truth.UNKNOWN;
  }

  private Truth traded() {
    var pools = entry.at("dex");
    return pools.isList() ? Truth.of(!pools.items().isEmpty()) : Truth.UNKNOWN;
  }

  /** The highest of the rate in force and those to come; a plain mint has none. */
  private Optional<BigDecimal> transferFee() {
    var fee = entry.at("transfer_fee");
    if (fee.isObject() && fee.members().isEmpty()) {
      return Optional.of(BigDecimal.ZERO);
    }
    var rates =
        Stream.concat(
            Stream.of(fee.at("current_fee_rate")), fee.at("scheduled_fee_rate").items().stream());
    return rates
        .flatMap(rate -> Fields.decimal(rate.at("fee_rate")).stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<BigDecimal> liquidity() {
    var pools = entry.at("dex").items();
    var known = pools.stream().flatMap(pool -> Fields.decimal(pool.at("tvl")).stream()).toList();
    return pools.isEmpty() || known.size() < pools.size()
        ? Optional.empty()
        : Optional.of(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Of the largest pool. Burned shares are gone from the supply that the list divides. */
  private Holdings liquidityHolders() {
    var pool =
        entry.at("dex").items().stream()
            .max(Comparator.comparing(p -> Fields.decimal(p.at("tvl")).orElse(BigDecimal.ZERO)));
    var burned =
        pool.filter(GoPlusSolana::isStandard)
            .flatMap(p -> Fields.percent(p.at("burn_percent")))
            .filter(part -> part.compareTo(BigDecimal.ONE) <= 0);
    return burned
        .map(part -> afterBurning(part, holders.read(entry.at("lp_holders"))))
        .orElse(Holdings.UNKNOWN);
  }

  /** A list that names nobody leaves the rest open, unless as good as nothing is left. */
  private static Holdings afterBurning(BigDecimal burned, Holdings listed) {
    var rest = BigDecimal.ONE.subtract(burned);
    if (!listed.isKnown() && rest.compareTo(LITTLE) > 0) {
      return Holdings.UNKNOWN;
    }
    return new Holdings(
        Stream.concat(
                Stream.of(new Holding("", burned, Kind.BURNED)),
                listed.all().stream().map(holding -> partOf(rest, holding)))
            .toList());
  }

  /** More than there is stays so, to be found. */
  private static Holding partOf(BigDecimal rest, Holding holding) {
    return holding.share().compareTo(BigDecimal.ONE) > 0
        ? holding
        : new Holding(holding.holder(), holding.share().multiply(rest), holding.kind());
  }

  private static boolean isStandard(Json pool) {
    return Fields.text(pool.at("type")).equalsIgnoreCase("standard");
  }
}
