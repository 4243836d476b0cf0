package gantry.local.alarm;

import gantry.local.template.AlarmResource.Metric;
import gantry.local.template.AlarmResource.Statistic;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** The values of metrics in the minutes that are over, the newest first, and in the current one. */
final class Minutes {
  private final int kept;
  private final Deque<Map<Metric, DoubleSummaryStatistics>> past = new ArrayDeque<>();
  private Map<Metric, DoubleSummaryStatistics> current = new HashMap<>();

  /** As many minutes are kept as the longest window has. */
  Minutes(int kept) {
    this.kept = kept;
  }

  void add(Metric metric, double value) {
    current.computeIfAbsent(metric, _ -> new DoubleSummaryStatistics()).accept(value);
  }

  /** The current minute is over. */
  void end() {
    past.addFirst(current);
    current = new HashMap<>();
    if (past.size() > kept) {
      past.removeLast();
    }
  }

  int size() {
    return past.size();
  }

  /** The metrics' one value for the minutes from one age to another; empty without any. */
  OptionalDouble value(Collection<Metric> metrics, Statistic statistic, int from, int to) {
    var all = new DoubleSummaryStatistics();
    values(metrics, from, to).forEach(all::combine);
    if (all.getCount() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (statistic) {
          case SUM -> all.getSum();
          case MAXIMUM -> all.getMax();
          case AVERAGE -> all.getAverage();
        });
  }

  private List<DoubleSummaryStatistics> values(Collection<Metric> metrics, int from, int to) {
    return past.stream()
        .skip(from)
        .limit(to - from)
        .flatMap(minute -> metrics.stream().map(minute::get))
        .filter(Objects::nonNull)
        .toList();
  }
}
