package gantry.webhooks.grants;

import gantry.webhooks.grants.Access.LiveGrant;
import gantry.webhooks.plans.Plan;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Answers what a user may do now, from stored facts and the clock at each question: nothing is
 * cached that could outlive its end.
 */
@Singleton
public final class ResolveAccess {
  private final PostgresGrantorStore store;
  private final PromiseOfGrantor promises;
  private final Plans plans;
  private final Clock clock;

  ResolveAccess(PostgresGrantorStore store, PromiseOfGrantor promises, Plans plans, Clock clock) {
    this.store = store;
    this.promises = promises;
    this.plans = plans;
    this.clock = clock;
  }

  public Access of(Access.User user) {
    var now = clock.instant();
    var rows = store.ofUser(user.tenant(), user.id(), promises.modes(), now);
    var promised = rows.stream().map(row -> new Promised(row, promises.of(row))).toList();
    return promised.stream()
        .filter(it -> it.promise().isLive(now))
        .max(best(plans))
        .map(best -> live(best.promise(), promised, now))
        .orElseGet(() -> nothing(promised, now));
  }

  private record Promised(GrantorRow row, Promise promise) {
    LiveGrant grant() {
      return new LiveGrant(row.source(), row.id(), String.valueOf(promise.plan()), promise.until());
    }
  }

  /** The higher plan, then the one that lasts longer, then what was bought. */
  private static Comparator<Promised> best(Plans plans) {
    return Comparator.comparingInt((Promised it) -> rank(plans, it.promise()))
        .thenComparing(it -> it.promise().end())
        .thenComparing(it -> it.row().kind(), Comparator.reverseOrder());
  }

  private static int rank(Plans plans, Promise promise) {
    return plans.named(promise.plan()).map(Plan::rank).orElse(-1);
  }

  private Access live(Promise best, List<Promised> promised, Instant now) {
    var grants =
        promised.stream()
            .filter(it -> it.promise().isLive(now))
            .sorted(best(plans).reversed())
            .map(Promised::grant)
            .toList();
    return new Access(plans.named(best.plan()).orElseThrow(), best.until(), best.reason(), grants);
  }

  private Access nothing(List<Promised> promised, Instant now) {
    var reason =
        promised.stream()
            .max(Comparator.comparing(it -> it.row().age()))
            .map(it -> it.promise().reasonAt(now))
            .orElse(Reason.NONE);
    return new Access(plans.first(), null, reason, List.of());
  }
}
