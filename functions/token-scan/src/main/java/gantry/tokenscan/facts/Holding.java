package gantry.tokenscan.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/** Whose share of a supply; 1 is all of it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Holding(String holder, BigDecimal share, Kind kind) {
  /** Somebody is there, and holds nobody knows how much. */
  public static final Holding UNREADABLE = new Holding("", BigDecimal.ZERO, Kind.UNREADABLE);

  /** Who holds, as far as is known; who is nothing else may sell at any moment. */
  public enum Kind {
    WALLET,
    CONTRACT,
    POOL,
    LOCKED,
    BURNED,
    /** A concentrated position: whether it is locked cannot be seen. */
    POSITION,
    UNREADABLE
  }
}
