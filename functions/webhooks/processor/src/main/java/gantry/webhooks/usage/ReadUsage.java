package gantry.webhooks.usage;

import gantry.webhooks.grants.Access.User;
import gantry.webhooks.plans.Plan;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells how much of each meter a user has used today. */
@Singleton
public final class ReadUsage {
  private final PostgresCounterStore counters;
  private final UserDays days;
  private final Plans plans;
  private final Clock clock;

  ReadUsage(PostgresCounterStore counters, UserDays days, Plans plans, Clock clock) {
    this.counters = counters;
    this.days = days;
    this.plans = plans;
    this.clock = clock;
  }

  public Map<String, MeterUse> of(User user, Plan plan) {
    var now = clock.instant();
    var reset = days.nextReset(user);
    var known =
        counters.ofUser(user.tenant(), user.id()).stream()
            .filter(counter -> !counter.isOver(now))
            .collect(Collectors.toMap(Counter::meter, Function.identity()));
    var uses = new TreeMap<String, MeterUse>();
    for (var meter : plans.meters()) {
      var counter = known.getOrDefault(meter, new Counter(meter, 0, reset));
      uses.put(meter, MeterUse.of(plan.limit(meter), counter.used(), counter.resetsAt()));
    }
    return uses;
  }
}
