package gantry.tokenscan.scans;

import gantry.identity.Caller;
import gantry.identity.Role;
import gantry.tokenscan.RiskView;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows an ordered scan to who ordered it, and to the tenant's services. */
@Singleton
final class ViewScan {
  private final PostgresScanStore store;
  private final JsonMapper json;

  ViewScan(PostgresScanStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  Optional<ScanView> view(UUID id, Caller caller, ScanPage page) {
    var orderedBy = caller.has(Role.SERVICE) || caller.has(Role.ADMIN) ? null : caller.userId();
    return store
        .progress(id, caller.tenant(), orderedBy)
        .map(scan -> view(scan, store.itemsAfter(id, page.after(), page.limit() + 1), page));
  }

  private ScanView view(ScanRow scan, List<ScanItemRow> rows, ScanPage page) {
    var shown = rows.stream().limit(page.limit()).toList();
    return new ScanView(
        scan.id(),
        scan.createdAt(),
        new ScanView.Progress(scan.total(), scan.done()),
        shown.stream().map(this::item).toList(),
        rows.size() > shown.size() ? ScanPage.cursorAfter(shown.getLast().position()) : null);
  }

  private ScanView.Item item(ScanItemRow row) {
    return new ScanView.Item(row.address(), row.chain(), row.state(), results(row.results()));
  }

  private List<RiskView> results(@Nullable String text) {
    try {
      var results = text == null ? null : json.readValue(text, RiskView.SEVERAL);
      return results == null ? List.of() : results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
