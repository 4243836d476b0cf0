package gantry.authorizer;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who a good token speaks for, until when, the skew of clocks included. */
record Identity(String subject, String tenant, SortedSet<String> roles, Instant expiry) {
  /** The roles of DESIGN 4.6; a token's other roles are another system's business. */
  static final Set<String> ROLES = Set.of("user", "service", "admin");

  Identity {
    roles = new TreeSet<>(roles);
  }
}
