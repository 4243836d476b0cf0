package gantry.payments.ledger;

import gantry.postgres.TimeCursor;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An entry as the API shows it; units are in the asset's smallest unit, signs as in a ledger. */
@Serdeable
public record LedgerItem(UUID id, UUID payment, String kind, Instant at, List<Line> lines) {
  public LedgerItem {
    lines = List.copyOf(lines);
  }

  /** One account's gain or loss. */
  @Serdeable
  public record Line(String account, String currency, String units) {}

  static LedgerItem of(EntryRow entry, List<LineRow> lines) {
    return new LedgerItem(
        entry.id(),
        entry.claim(),
        entry.kind().name(),
        entry.at(),
        lines.stream()
            .map(line ->
                new Line(line.account().name(), line.currency(), line.units().toPlainString()))
            .toList());
  }

  public TimeCursor cursor() {
    return new TimeCursor(at, id);
  }
}
