package gantry.webhooks.signature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A header of {@code name=value} entries with one time and any number of signatures. */
record TimedList(List<Entry> entries) {
  private static final int MAX_HEADER = 4096;

  record Entry(String name, String value) {}

  static Optional<TimedList> read(String header, String separator) {
    // No provider sends spaces; a proxy that joins a header sent twice may put one in.
    return header.length() > MAX_HEADER || header.indexOf(' ') >= 0
        ? Optional.empty()
        : Optional.of(
            new TimedList(
                Arrays.stream(header.split(separator, -1)).map(TimedList::entry).toList()));
  }

  private static Entry entry(String text) {
    var equals = text.indexOf('=');
    return equals < 0
        ? new Entry(text, "")
        : new Entry(text.substring(0, equals), text.substring(equals + 1));
  }

  /** Two times are a header sent twice, or somebody's try to have a choice. */
  Optional<SignatureClaim> claim(String timeName, String signatureName, String glue) {
    var times = values(timeName);
    return times.size() == 1
        ? Optional.of(
            new SignatureClaim(
                times.getFirst(), times.getFirst() + glue, signatures(signatureName)))
        : Optional.empty();
  }

  private List<SignatureBytes> signatures(String name) {
    return values(name).stream().flatMap(hex -> SignatureBytes.ofHex(hex).stream()).toList();
  }

  private List<String> values(String name) {
    return entries.stream().filter(e -> e.name().equals(name)).map(Entry::value).toList();
  }
}
