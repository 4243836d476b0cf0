package gantry.limits;

import gantry.meter.Quota;
import java.util.Optional;

/** One limit: for a route, by a key, for a tier or for all. */
record Rule(RoutePattern route, LimitKey key, Optional<Tier> tier, Quota quota) {
  boolean covers(Target target) {
    return route.covers(target.method(), target.path())
        && tier.map(target.tier()::equals).orElse(true);
  }

  /** The route decides first, then the tier. */
  int specificity() {
    return 2 * route.specificity() + (tier.isPresent() ? 1 : 0);
  }

  boolean contradicts(Rule other) {
    return route.equals(other.route) && key == other.key && tier.equals(other.tier);
  }

  /** Two rules never share their counts. */
  String name() {
    return key.word()
        + '|'
        + route.method()
        + ' '
        + route.path()
        + '|'
        + tier.map(Tier::word).orElse("*");
  }

  /** What a rule may be about: a route and who calls. */
  record Target(String method, String path, Tier tier) {}
}
