package gantry.payments.ledger;

import gantry.lambda.UuidV7;
import gantry.payments.intent.Owner;
import gantry.postgres.TimeCursor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes entries, inside the transaction of what they tell about, and reads them. */
@Singleton
public final class Ledger {
  private final PostgresLedgerStore entries;
  private final PostgresLineStore lines;
  private final UuidV7 ids;
  private final Clock clock;

  Ledger(PostgresLedgerStore entries, PostgresLineStore lines, UuidV7 ids, Clock clock) {
    this.entries = entries;
    this.lines = lines;
    this.ids = ids;
    this.clock = clock;
  }

  /** Throws when the claim has an entry of the kind: whoever asks has not looked. */
  public void append(Owner owner, UUID claim, Entry entry) {
    var row =
        new EntryRow(
            ids.next(), owner.tenant(), owner.userId(), claim, entry.kind(), clock.instant());
    if (entries.addOnce(row) == null) {
      throw new IllegalStateException("The claim has such an entry");
    }
    entry
        .lines()
        .forEach((account, units) ->
            lines.add(new LineRow(row.id(), account, entry.currency(), new BigDecimal(units))));
  }

  /** The lines of the claim's last credit. */
  public Map<Account, BigInteger> credited(UUID claim) {
    return sums(lines.ofEntries(List.of(entries.lastCredit(claim).orElseThrow().id())));
  }

  /** Newest first; one more than the limit tells that there are more. */
  public List<LedgerItem> list(Owner owner, TimeCursor before, int limit) {
    var found =
        entries.newestFirst(owner.tenant(), owner.userId(), before.at(), before.id(), limit);
    var linesOf = linesOf(found);
    return found.stream()
        .map(entry -> LedgerItem.of(entry, linesOf.getOrDefault(entry.id(), List.of())))
        .toList();
  }

  /** In one question, however many there are. */
  private Map<UUID, List<LineRow>> linesOf(List<EntryRow> found) {
    var ids = found.stream().map(EntryRow::id).toList();
    return ids.isEmpty()
        ? Map.of()
        : lines.ofEntries(ids).stream().collect(Collectors.groupingBy(LineRow::entry));
  }

  private static Map<Account, BigInteger> sums(List<LineRow> rows) {
    return rows.stream()
        .collect(Collectors.toMap(LineRow::account, row -> row.units().toBigIntegerExact()));
  }
}
