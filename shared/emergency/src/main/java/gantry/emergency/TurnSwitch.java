package gantry.emergency;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;

/** Turns the switch and writes that down, in one transaction. */
@Singleton
public final class TurnSwitch {
  private static final AuditedObject SWITCH = new AuditedObject("emergency-mode", "switch");
  private static final Actor PROBES = Actor.system("emergency-mode");

  private final PostgresSwitchStore store;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  TurnSwitch(PostgresSwitchStore store, Transactions transactions, Audit audit, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is in force now, past all caches. */
  public Restriction read() {
    return store.read().map(SwitchRow::restriction).orElse(Restriction.NONE);
  }

  /** By hand. */
  public void turn(Actor actor, Restriction restriction) {
    turn(actor, restriction, _ -> true);
  }

  /** The probes succeeded: ends this very restriction, unless somebody turned the switch since. */
  void end(SwitchRow seen) {
    var off =
        new Restriction(
            Level.OFF,
            java.util.List.of(),
            "Probes succeed",
            PROBES.id(),
            clock.instant(),
            null,
            false);
    turn(PROBES, off, row -> row.version() == seen.version());
  }

  private void turn(Actor actor, Restriction restriction, Predicate<SwitchRow> condition) {
    transactions.inTransaction(() -> {
      var before = store.lock().orElseThrow(() -> new IllegalStateException("No switch"));
      if (condition.test(before)) {
        var after = SwitchRow.of(before.version() + 1, restriction);
        store.turn(after);
        audit.append(event(actor, before, after));
      }
      return before;
    });
  }

  private static AuditEvent event(Actor actor, SwitchRow before, SwitchRow after) {
    var details = Map.of("from", before.level(), "to", after.level(), "reason", after.reason());
    return AuditEvent.of(actor, "emergency-mode.switched", SWITCH, details).changing(before, after);
  }
}
