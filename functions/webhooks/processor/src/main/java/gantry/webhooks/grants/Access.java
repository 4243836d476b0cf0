package gantry.webhooks.grants;

import gantry.webhooks.plans.Plan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user may do now, why, and by whom. */
public record Access(Plan plan, @Nullable Instant until, Reason reason, List<LiveGrant> grants) {
  public Access {
    grants = List.copyOf(grants);
  }

  /** Something that gives a plan now. */
  public record LiveGrant(String source, String id, String plan, @Nullable Instant until) {}

  /** Users of different tenants may share their ids. */
  public record User(String tenant, String id) {}
}
