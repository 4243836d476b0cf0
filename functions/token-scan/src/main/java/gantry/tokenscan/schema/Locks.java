package gantry.tokenscan.schema;

import gantry.providers.Json;
import gantry.tokenscan.facts.Truth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** How much of a holding is locked, until when. */
final class Locks {
  private final Json holder;
  private final Instant now;

  Locks(Json holder, Instant now) {
    this.holder = holder;
    this.now = now;
  }

  static boolean areIn(Json holder) {
    return !holder.at("locked_detail").items().isEmpty();
  }

  /** A fraction. Without details it is all or nothing; with them, what has not ended. */
  BigDecimal part() {
    if (Fields.truth(holder.at("is_locked")) != Truth.YES) {
      return BigDecimal.ZERO;
    }
    return areIn(holder) ? lasting() : BigDecimal.ONE;
  }

  private BigDecimal lasting() {
    var amount =
        holder.at("locked_detail").items().stream()
            .filter(this::lasts)
            .flatMap(lock -> Fields.decimal(lock.at("amount")).stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Fields.decimal(holder.at("balance"))
        .filter(balance -> balance.signum() > 0)
        .map(balance -> amount.divide(balance, MathContext.DECIMAL64).min(BigDecimal.ONE))
        .orElse(BigDecimal.ZERO);
  }

  /** An end that cannot be read is none that one could rely on. */
  private boolean lasts(Json lock) {
    try {
      return OffsetDateTime.parse(Fields.text(lock.at("end_time"))).toInstant().isAfter(now);
    } catch (DateTimeException _) {
      return false;
    }
  }
}
