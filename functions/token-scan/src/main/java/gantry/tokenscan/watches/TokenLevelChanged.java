package gantry.tokenscan.watches;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.tokenscan.RiskView;
import gantry.tokenscan.judgement.Level;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event's data: whose watched token is judged differently, and how. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TokenLevelChanged(
    UUID watch,
    String tenant,
    String userId,
    String chain,
    String address,
    Level from,
    Level to,
    @Nullable Integer score,
    Instant checkedAt) {
  static TokenLevelChanged of(Watch watch, Level from, RiskView risk) {
    return new TokenLevelChanged(
        watch.id(),
        watch.tenant(),
        watch.watchedBy(),
        watch.chain(),
        watch.address(),
        from,
        risk.level(),
        risk.score(),
        risk.checkedAt());
  }
}
