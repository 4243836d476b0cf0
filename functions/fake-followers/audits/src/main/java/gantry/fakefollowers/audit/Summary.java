package gantry.fakefollowers.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.fakefollowers.model.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an audit's followers are taken for, as far as they are scored. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Summary(
    long fake,
    long suspicious,
    long real,
    long unknown,
    FakeShare fakeShare,
    Map<String, Long> classic,
    Map<String, Long> byReason,
    Map<String, Long> duplicates,
    long malformed) {
  Summary {
    classic = Map.copyOf(classic);
    byReason = Map.copyOf(byReason);
    duplicates = Map.copyOf(duplicates);
  }

  static Summary of(List<TallyRow> tallies) {
    var verdicts = kind(tallies, Tallies.VERDICT);
    var fake = verdicts.getOrDefault(Verdict.FAKE.name(), 0L);
    var suspicious = verdicts.getOrDefault(Verdict.SUSPICIOUS.name(), 0L);
    var real = verdicts.getOrDefault(Verdict.REAL.name(), 0L);
    return new Summary(
        fake,
        suspicious,
        real,
        verdicts.getOrDefault(Verdict.UNKNOWN.name(), 0L),
        FakeShare.of(fake, fake + suspicious + real),
        kind(tallies, Tallies.CLASSIC),
        kind(tallies, Tallies.REASON),
        kind(tallies, Tallies.DUPLICATE),
        kind(tallies, Tallies.MALFORMED).getOrDefault("", 0L));
  }

  static Map<String, Long> kind(List<TallyRow> tallies, String kind) {
    var numbers = new TreeMap<String, Long>();
    tallies.stream()
        .filter(tally -> tally.kind().equals(kind))
        .forEach(tally -> numbers.put(tally.name(), tally.followers()));
    return numbers;
  }
}
