package gantry.tokenscan.schema;

import gantry.providers.Json;
import gantry.tokenscan.facts.Facts;
import gantry.tokenscan.facts.Holding;
import gantry.tokenscan.facts.Holding.Kind;
import gantry.tokenscan.facts.Holdings;
import gantry.tokenscan.facts.Identity;
import gantry.tokenscan.facts.Silence;
import gantry.tokenscan.facts.Source;
import gantry.tokenscan.facts.Statement;
import gantry.tokenscan.facts.Statement.Answered;
import gantry.tokenscan.facts.Statement.Silent;
import gantry.tokenscan.facts.Token;
import gantry.tokenscan.facts.Topic;
import gantry.tokenscan.facts.Truth;
import gantry.tokenscan.facts.Warning;
import gantry.tokenscan.facts.Warning.Grade;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RugCheck's report; only the full one tells authorities, where null means revoked. */
public final class RugCheckAnswer {
  private RugCheckAnswer() {}

  /** What it says about this token, and nothing about any other. */
  public static Statement read(Json body, Token token, Instant at) {
    return Fields.text(body.at("mint")).equals(token.address())
        ? new Answered(Source.RUGCHECK, at, identity(body), facts(body))
        : new Silent(Source.RUGCHECK, at, Silence.UNAVAILABLE);
  }

  private static Identity identity(Json body) {
    return new Identity(
        Fields.text(body.at("tokenMeta", "name")), Fields.text(body.at("tokenMeta", "symbol")));
  }

  private static Facts facts(Json body) {
    var facts =
        new Facts.Builder()
            .truth(Topic.MINTABLE, authority(body.at("token", "mintAuthority")))
            .truth(Topic.FREEZE_AUTHORITY, authority(body.at("token", "freezeAuthority")))
            .truth(Topic.RUGGED, Fields.truth(body.at("rugged")))
            .number(Topic.LIQUIDITY, Fields.decimal(body.at("totalMarketLiquidity")))
            .holdings(Topic.HOLDERS, holders(body));
    body.at("risks").items().forEach(risk -> facts.warning(warning(risk)));
    return facts.build();
  }

  /** Absent is not revoked. */
  private static Truth authority(Json value) {
    if (value.isNull()) {
      return Truth.NO;
    }
    return value.text().isPresent() ? Truth.YES : Truth.UNKNOWN;
  }

  private static Warning warning(Json risk) {
    var grade =
        switch (Fields.text(risk.at("level"))) {
          case "danger" -> Grade.DANGER;
          case "info" -> Grade.NOTE;
          default -> Grade.WARN;
        };
    return new Warning(grade, Fields.text(risk.at("name")));
  }

  private static Holdings holders(Json body) {
    var pools =
        body.at("markets").items().stream()
            .flatMap(market ->
                Stream.of("pubkey", "liquidityAAccount", "liquidityBAccount")
                    .map(field -> Fields.text(market.at(field))))
            .collect(Collectors.toUnmodifiableSet());
    return new Holdings(
        body.at("topHolders").items().stream()
            .map(holder ->
                Fields.percent(holder.at("pct"))
                    .map(share -> new Holding(owner(holder), share, kind(holder, pools)))
                    .orElse(Holding.UNREADABLE))
            .toList());
  }

  private static Kind kind(Json holder, Set<String> pools) {
    var owner = owner(holder);
    if (Accounts.isBurning(owner)) {
      return Kind.BURNED;
    }
    return pools.contains(Fields.text(holder.at("address")))
            || pools.contains(owner)
            || Accounts.isEveryonesPool(owner)
        ? Kind.POOL
        : Kind.WALLET;
  }

  private static String owner(Json holder) {
    return holder.at("owner").text().orElseGet(() -> Fields.text(holder.at("address")));
  }
}
