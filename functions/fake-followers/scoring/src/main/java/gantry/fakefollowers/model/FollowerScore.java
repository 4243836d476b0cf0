package gantry.fakefollowers.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gantry's own verdict, with what led to it and the model that gave it: the reasons and the
 * baseline add up to the log-odds.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FollowerScore(
    Verdict verdict,
    double probability,
    double logOdds,
    List<Reason> reasons,
    NameOrigin name,
    String model) {
  private static final double ROUNDING = 10_000;

  public FollowerScore {
    reasons = List.copyOf(reasons);
  }

  /** The same with what the whole audit knows; who is unknown stays so. */
  public FollowerScore with(Duplicates duplicates) {
    var added = duplicates.reasons();
    if (added.isEmpty() || verdict == Verdict.UNKNOWN) {
      return this;
    }
    var odds = round(logOdds + added.stream().mapToDouble(Reason::contribution).sum());
    var chance = probability(odds);
    var all = Stream.concat(reasons.stream(), added.stream()).sorted(Reason.STRONGEST_FIRST);
    return new FollowerScore(Verdict.of(chance), round(chance), odds, all.toList(), name, model);
  }

  /** The strongest reason to doubt. */
  public Optional<Reason> doubt() {
    return reasons.stream()
        .max(Comparator.comparingDouble(Reason::contribution))
        .filter(reason -> reason.contribution() > 0);
  }

  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  static double round(double number) {
    return Math.rint(number * ROUNDING) / ROUNDING;
  }
}
