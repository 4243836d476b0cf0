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
 * 600 times a minute, and services and operators as often as they like.
 */
record Rules(List<Rule> configured) {
  private static final Rule USERS =
      new Rule(
          RoutePattern.parse("*"),
          LimitKey.USER,
          Optional.of(Tier.USER),
          new Quota(600, Duration.ofMinutes(1)));

  Rules {
    configured = List.copyOf(configured);
  }

  /** At most one per key, in the order in which they are to be asked. */
  List<Rule> of(Target target) {
    var rules = new ArrayList<Rule>();
    for (var key : LimitKey.values()) {
      mostSpecific(configured, key, target)
          .or(() -> mostSpecific(List.of(USERS), key, target))
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
