package gantry.tokenscan.watches;

import gantry.tokenscan.facts.Token;
import gantry.tokenscan.judgement.Level;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token under somebody's eye; without level until it was looked at once. */
@MappedEntity("token_scan.watches")
record Watch(
    @Id UUID id,
    String tenant,
    String watchedBy,
    String chain,
    String address,
    @Nullable Level level,
    @Nullable Instant checkedAt) {
  Token token() {
    return new Token(chain, address);
  }

  /** Danger that was not known: silence elsewhere cannot take it back. */
  boolean isAlarmedBy(Level told) {
    return told.compareTo(Level.HIGH) >= 0 && (level == null || told.compareTo(level) > 0);
  }

  boolean isLaterThan(Instant time) {
    return checkedAt != null && checkedAt.isAfter(time);
  }
}
