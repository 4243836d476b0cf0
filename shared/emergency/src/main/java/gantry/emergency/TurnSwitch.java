package gantry.emergency;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Turns the switch and writes that down, in one transaction. */
@Singleton
public final class TurnSwitch {
  private static final AuditedObject SWITCH = new AuditedObject("emergency-mode", "switch");
  private static final Actor PROBES = Actor.system("emergency-mode");

  private final EmergencySwitch emergencySwitch;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  TurnSwitch(EmergencySwitch emergencySwitch, Transactions transactions, Audit audit, Clock clock) {
    this.emergencySwitch = emergencySwitch;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is in force now, past all caches. */
  public Restriction read() {
    return emergencySwitch.read().restriction();
  }

  /** By hand. */
  public void turn(Actor actor, Restriction restriction) {
    turn(actor, restriction, _ -> true);
  }

  /** The probes succeeded: ends this very restriction, unless somebody turned the switch since. */
  void end(SwitchRow seen) {
    var off =
        new Restriction(
            Level.OFF, List.of(), "Probes succeed", PROBES.id(), clock.instant(), null, false);
    turn(PROBES, off, row -> row.version() == seen.version());
  }

  private void turn(Actor actor, Restriction restriction, Predicate<SwitchRow> condition) {
    var row =
        transactions.inTransaction(() -> {
          var before = emergencySwitch.lock();
          return condition.test(before) ? turned(actor, before, restriction) : before;
        });
    emergencySwitch.share(row);
  }

  private SwitchRow turned(Actor actor, SwitchRow before, Restriction restriction) {
    var after = SwitchRow.of(before.version() + 1, restriction);
    emergencySwitch.turn(after);
    audit.append(event(actor, before, after));
    return after;
  }

  private static AuditEvent event(Actor actor, SwitchRow before, SwitchRow after) {
    var details = Map.of("from", before.level(), "to", after.level(), "reason", after.reason());
    return AuditEvent.of(actor, "emergency-mode.switched", SWITCH, details).changing(before, after);
  }
}
