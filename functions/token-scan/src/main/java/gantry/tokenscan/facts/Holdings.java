package gantry.tokenscan.facts;

import gantry.tokenscan.facts.Holding.Kind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The largest holders of something; none when nobody knows. */
public record Holdings(List<Holding> all) {
  public static final Holdings UNKNOWN = new Holdings(List.of());

  private static final Set<Kind> GAPS = EnumSet.of(Kind.POSITION, Kind.UNREADABLE);

  public Holdings {
    all = List.copyOf(all);
  }

  /** Whether anybody is named: enough to find something. */
  public boolean isKnown() {
    return !all.isEmpty();
  }

  /** Whether everybody is: enough to find nothing. */
  public boolean isComplete() {
    return isKnown() && all.stream().noneMatch(holding -> GAPS.contains(holding.kind()));
  }

  /** The shares of this kind, largest first; several of one holder are one. */
  public List<Holding> of(Kind kind) {
    return sums(all.stream().filter(holding -> holding.kind() == kind)).entrySet().stream()
        .map(share -> new Holding(share.getKey(), share.getValue(), kind))
        .sorted(Comparator.comparing(Holding::share).reversed())
        .toList();
  }

  /** What each has, of whatever kind. */
  public Map<String, BigDecimal> byHolder() {
    return sums(all.stream());
  }

  private static Map<String, BigDecimal> sums(Stream<Holding> holdings) {
    return holdings.collect(
        Collectors.toMap(Holding::holder, Holding::share, BigDecimal::add, HashMap::new));
  }

  public Holdings and(Stream<Holding> more) {
    return new Holdings(Stream.concat(all.stream(), more).toList());
  }
}
