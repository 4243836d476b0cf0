package gantry.precompute;

import jakarta.inject.Singleton;
import java.util.Optional;

/** The pages in PostgreSQL, without what was removed from them since. */
@Singleton
final class LastGood {
  private final PostgresPageStore store;
  private final PageFilter filter;

  LastGood(PostgresPageStore store, PageFilter filter) {
    this.store = store;
    this.filter = filter;
  }

  Optional<Page> find(View view, String tenant) {
    return store.find(view, tenant).map(filter::filter);
  }
}
