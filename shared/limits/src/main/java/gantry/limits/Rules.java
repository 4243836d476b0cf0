package gantry.limits;

import gantry.limits.Rule.Target;
import gantry.meter.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The configured rules. For each key the most specific one holds; where none does, a user may call
 * 600 times a minute, and services and operators as often as they like, but for the deep health
 * check, which asks everything at once.
 */
record Rules(List<Rule> configured) {
  private static final Rule USERS =
      new Rule(
          RoutePattern.parse("*"),
          LimitKey.USER,
          Optional.of(Tier.USER),
          new Quota(600, Duration.ofMinutes(1)));

  private static final Rule DEEP_CHECKS =
      new Rule(
          RoutePattern.parse("POST /v1/health"),
          LimitKey.USER,
          Optional.empty(),
          new Quota(12, Duration.ofMinutes(1)));

  private static final List<Rule> BUILT_IN = List.of(USERS, DEEP_CHECKS);

  Rules {
    configured = List.copyOf(configured);
  }

  /** At most one per key, in the order in which they are to be asked. */
  List<Rule> of(Target target) {
    var rules = new ArrayList<Rule>();
    for (var key : LimitKey.values()) {
      mostSpecific(configured, key, target)
          .or(() -> mostSpecific(BUILT_IN, key, target))
          .ifPresent(rules::add);
    }
    return rules;
  }

  private static Optional<Rule> mostSpecific(List<Rule> among, LimitKey key, Target target) {
    return among.stream()
        .filter(rule -> rule.key() == key && rule.covers(target))
        .max(Comparator.comparingInt(Rule::specificity));
  }
}
