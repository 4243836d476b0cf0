package gantry.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a verification found. When time ran out, the next one goes on behind the last chain. */
public record AuditVerification(
    int chains, long events, List<BrokenLink> broken, @Nullable String goOnAfter) {
  public AuditVerification {
    broken = List.copyOf(broken);
  }

  public boolean isIntact() {
    return broken.isEmpty();
  }
}
