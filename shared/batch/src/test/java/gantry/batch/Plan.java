package gantry.batch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A random batch, and what must become of it by the words of the AWS documentation. */
record Plan(List<Item> items) {
  /** A record, its group, and whether its work fails. */
  record Item(String id, String group, boolean fails) {}

  /** What was tried, in order, and what was reported. */
  record Outcome(List<String> tried, List<String> reported) {}

  static Plan random(Random random) {
    var groups = 1 + random.nextInt(4);
    var failing = random.nextInt(3) / 4.0;
    return new Plan(
        IntStream.range(0, random.nextInt(12))
            .mapToObj(i ->
                new Item(
                    "id-" + (random.nextInt(20) == 0 ? 0 : i),
                    "group-" + random.nextInt(groups),
                    random.nextDouble() < failing))
            .toList());
  }

  /** Standard: every record is tried, the failed ones are reported. */
  Outcome standard() {
    var failed = items.stream().filter(Item::fails).map(Item::id).distinct().toList();
    return new Outcome(ids(items), failed);
  }

  /** FIFO: each group is tried up to its first failure; from there on it is reported. */
  Outcome fifo() {
    var firstFailure = firstFailures();
    var tried = new ArrayList<Item>();
    var reported = new ArrayList<Item>();
    for (var i = 0; i < items.size(); i++) {
      var stop = firstFailure.getOrDefault(items.get(i).group(), Integer.MAX_VALUE);
      if (i <= stop) {
        tried.add(items.get(i));
      }
      if (i >= stop) {
        reported.add(items.get(i));
      }
    }
    Set<String> distinct = new LinkedHashSet<>(ids(reported));
    return new Outcome(ids(tried), List.copyOf(distinct));
  }

  /** Kinesis: tried up to the first failure, which alone is reported. */
  Outcome kinesis() {
    var stop =
        IntStream.range(0, items.size()).filter(i -> items.get(i).fails()).findFirst().orElse(-1);
    return stop < 0
        ? new Outcome(ids(items), List.of())
        : new Outcome(ids(items.subList(0, stop + 1)), List.of(items.get(stop).id()));
  }

  private Map<String, Integer> firstFailures() {
    return IntStream.range(0, items.size())
        .filter(i -> items.get(i).fails())
        .boxed()
        .collect(
            Collectors.toMap(i -> items.get(i).group(), i -> i, (first, _) -> first, TreeMap::new));
  }

  private static List<String> ids(List<Item> items) {
    return items.stream().map(Item::id).toList();
  }
}
