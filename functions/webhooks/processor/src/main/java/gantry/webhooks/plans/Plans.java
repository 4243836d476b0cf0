package gantry.webhooks.plans;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every plan, the least first. */
public final class Plans {
  private final List<Plan> byRank;
  private final Map<String, Plan> byName = new HashMap<>();
  private final Map<String, Plan> byVariant = new HashMap<>();

  public Plans(List<Plan> byRank) {
    if (byRank.isEmpty()) {
      throw new IllegalArgumentException("PLANS names no plan");
    }
    this.byRank = List.copyOf(byRank);
    byRank.forEach(this::register);
  }

  private void register(Plan plan) {
    byName.put(plan.name(), plan);
    plan.variants()
        .forEach(variant -> {
          if (byVariant.put(variant, plan) != null) {
            throw new IllegalArgumentException("PLANS gives variant " + variant + " twice");
          }
        });
  }

  /** What everybody has who has nothing else. */
  public Plan first() {
    return byRank.getFirst();
  }

  public Optional<Plan> named(@Nullable String name) {
    return Optional.ofNullable(name).map(byName::get);
  }

  public Optional<Plan> ofVariant(@Nullable String variant) {
    return Optional.ofNullable(variant).map(byVariant::get);
  }

  public Set<String> variants() {
    return Set.copyOf(byVariant.keySet());
  }

  /** Those whose provider bills by what is used. */
  public List<Plan> metered() {
    return byRank.stream()
        .filter(plan -> plan.metering() != null && !plan.variants().isEmpty())
        .toList();
  }

  /** The variants of all plans that this meter bills. */
  public Set<String> variantsBilledBy(String meter) {
    return byRank.stream()
        .filter(plan -> plan.metering() != null && plan.metering().meter().equals(meter))
        .flatMap(plan -> plan.variants().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every meter that any plan limits. */
  public Set<String> meters() {
    return byRank.stream()
        .flatMap(plan -> plan.limits().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
