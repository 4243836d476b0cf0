package gantry.fakefollowers.audit;

import gantry.fakefollowers.model.FollowerScore;
import gantry.fakefollowers.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a batch adds to the summary. */
final class Tallies {
  static final String VERDICT = "verdict";
  static final String CLASSIC = "classic";
  static final String REASON = "reason";
  static final String DUPLICATE = "duplicate";
  static final String CHANCE = "chance";
  static final String MALFORMED = "malformed";

  /** The histogram's columns. */
  static final int COLUMNS = 20;

  private record Tally(String kind, String name) implements Comparable<Tally> {
    @Override
    public int compareTo(Tally other) {
      var byKind = kind.compareTo(other.kind);
      return byKind == 0 ? name.compareTo(other.name) : byKind;
    }
  }

  private final Map<Tally, Long> numbers = new TreeMap<>();

  void add(FollowerRow row) {
    count(row, 1);
  }

  void remove(FollowerRow row) {
    count(row, -1);
  }

  void addMalformed(int items) {
    count(MALFORMED, "", items);
  }

  private void count(FollowerRow row, int by) {
    var score = row.score();
    count(VERDICT, score.verdict().name(), by);
    count(CLASSIC, classic(row.result().classic().verdict()), by);
    if (score.verdict() == Verdict.FAKE || score.verdict() == Verdict.SUSPICIOUS) {
      score.doubt().ifPresent(reason -> count(REASON, reason.feature(), by));
    }
    if (score.verdict() != Verdict.UNKNOWN) {
      count(CHANCE, String.valueOf(column(score)), by);
    }
    if (row.nameLevel() > 0) {
      count(DUPLICATE, GroupRow.NAME, by);
    }
    if (row.handleLevel() > 0) {
      count(DUPLICATE, GroupRow.HANDLE, by);
    }
  }

  private static int column(FollowerScore score) {
    return Math.min(COLUMNS - 1, (int) (score.probability() * COLUMNS));
  }

  private static String classic(double verdict) {
    if (verdict == 0) {
      return "real";
    }
    return verdict == 1 ? "fake" : "perhaps";
  }

  private void count(String kind, String name, int by) {
    numbers.merge(new Tally(kind, name), (long) by, Long::sum);
  }

  List<TallyRow> rows() {
    return numbers.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .map(entry -> new TallyRow(entry.getKey().kind, entry.getKey().name, entry.getValue()))
        .toList();
  }
}
