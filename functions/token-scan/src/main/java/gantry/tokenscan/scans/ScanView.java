package gantry.tokenscan.scans;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.tokenscan.RiskView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An ordered scan as the API shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScanView(
    UUID id, Instant createdAt, Progress progress, List<Item> items, @Nullable String nextCursor) {
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Progress(int total, int done) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(String address, @Nullable String chain, String state, List<RiskView> results) {}
}
