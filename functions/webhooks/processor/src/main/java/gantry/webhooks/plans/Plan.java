package gantry.webhooks.plans;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do: its rank among the plans, the variants that give it, units per meter; and the
 * meter, if any, that it is billed by.
 */
public record Plan(
    String name,
    int rank,
    Set<String> variants,
    Map<String, Long> limits,
    @Nullable Metering metering) {
  public Plan {
    variants = Set.copyOf(variants);
    limits = Map.copyOf(limits);
  }

  /** How much of the meter a day holds; what the plan does not name, it does not allow. */
  public long limit(String meter) {
    return limits.getOrDefault(meter, 0L);
  }
}
