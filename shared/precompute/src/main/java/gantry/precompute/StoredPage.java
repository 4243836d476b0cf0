package gantry.precompute;

import java.time.Instant;
import java.util.Set;

/** A page as it was built, and what was removed from it. */
record StoredPage(long fence, String body, Instant computedAt, Set<String> removals) {
  StoredPage {
    removals = Set.copyOf(removals);
  }
}
