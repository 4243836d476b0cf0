package gantry.tokenscan.scans;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.tokenscan.AskedToken;
import gantry.tokenscan.AssessToken;
import gantry.tokenscan.RiskView;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Scans one token of an order. What a source could not say yet is asked again, for seven hours. */
@Singleton
final class RunScanItem {
  private static final int ATTEMPTS = 20;

  private final PostgresScanStore store;
  private final AssessToken assessToken;
  private final JsonMapper json;

  RunScanItem(PostgresScanStore store, AssessToken assessToken, JsonMapper json) {
    this.store = store;
    this.assessToken = assessToken;
    this.json = json;
  }

  /** Safe to repeat: what is done, or none of ours, stays as it is. */
  void run(ScanItemRef ref) {
    store.find(ref.scan(), ref.position()).filter(ScanItemRow::isPending).ifPresent(this::run);
  }

  private void run(ScanItemRow item) {
    var asked = AskedToken.of(item.address(), item.chain());
    var risks = assessToken.assess(asked);
    if (item.attempts() + 1 < ATTEMPTS && risks.stream().anyMatch(RiskView::mayBeToldMore)) {
      store.postpone(item.scanId(), item.position());
    } else {
      store.finish(item.scanId(), item.position(), text(risks));
    }
  }

  private String text(List<RiskView> risks) {
    try {
      return new String(json.writeValueAsBytes(RiskView.SEVERAL, risks), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
