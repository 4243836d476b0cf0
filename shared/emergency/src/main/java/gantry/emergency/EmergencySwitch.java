package gantry.emergency;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one switch. PostgreSQL has the truth; whoever sees a new version there leaves a copy in
 * Redis, for processes that start while PostgreSQL is away.
 */
@Singleton
final class EmergencySwitch {
  private final PostgresSwitchStore store;
  private final RedisSwitchCopy copy;
  private final AtomicLong copied = new AtomicLong();

  EmergencySwitch(PostgresSwitchStore store, RedisSwitchCopy copy) {
    this.store = store;
    this.copy = copy;
  }

  /** Throws while PostgreSQL cannot be reached. */
  SwitchRow read() {
    var row = existing(store.read());
    share(row);
    return row;
  }

  /** With whoever reads the copy; once for each version. */
  void share(SwitchRow row) {
    if (copied.getAndSet(row.version()) != row.version()) {
      copy.keep(row);
    }
  }

  /** For whoever turns it, in one transaction. */
  SwitchRow lock() {
    return existing(store.lock());
  }

  void turn(SwitchRow row) {
    store.turn(row);
  }

  /** What somebody saw last, as far as Redis knows. */
  Optional<SwitchRow> remembered() {
    return copy.find();
  }

  private static SwitchRow existing(Optional<SwitchRow> row) {
    return row.orElseThrow(() -> new IllegalStateException("No switch"));
  }
}
