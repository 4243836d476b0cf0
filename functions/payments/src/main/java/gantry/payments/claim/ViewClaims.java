package gantry.payments.claim;

import gantry.postgres.TimeCursor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows claims. */
@Singleton
public final class ViewClaims {
  private final PostgresClaimStore store;
  private final ClaimBook book;

  ViewClaims(PostgresClaimStore store, ClaimBook book) {
    this.store = store;
    this.book = book;
  }

  public List<ClaimView> ofIntent(UUID intent) {
    return store.ofIntent(intent).stream().map(book::view).toList();
  }

  /** Newest first, of all tenants. */
  public List<ClaimView> list(@Nullable String outcome, TimeCursor before, int limit) {
    return store.newestFirst(outcome, before.at(), before.id(), limit).stream()
        .map(book::view)
        .toList();
  }
}
