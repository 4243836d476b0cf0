package gantry.precompute;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Takes pages from a build to Redis. */
@Singleton
final class Publishing {
  private final SharedPages shared;
  private final PageFilter filter;

  Publishing(SharedPages shared, PageFilter filter) {
    this.shared = shared;
    this.filter = filter;
  }

  /** To be asked before the build reads anything; takes what it made after its commit. */
  Consumer<List<BuiltPage>> begin(View view) {
    var publication = shared.publish(view);
    return pages ->
        publication.ifPresent(begun ->
            pages.forEach(page ->
                page.kept()
                    .map(filter::filter)
                    .ifPresent(kept -> {
                      var _ = begun.put(page.subject(), SharedPages.loaded(kept));
                    })));
  }
}
