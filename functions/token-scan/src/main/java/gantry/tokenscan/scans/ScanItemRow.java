package gantry.tokenscan.scans;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One token of an ordered scan. Results are JSON as the API shows it. */
@MappedEntity("token_scan.items")
record ScanItemRow(
    @Id UUID scanId,
    int position,
    String address,
    @Nullable String chain,
    String state,
    int attempts,
    @Nullable String results) {
  boolean isPending() {
    return "PENDING".equals(state);
  }

  ScanItemRef ref() {
    return new ScanItemRef(scanId, position);
  }
}
