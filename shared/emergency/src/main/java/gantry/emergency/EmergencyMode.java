package gantry.emergency;

import gantry.lambda.Metrics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is restricted now. Each process looks at the switch every few seconds, one request at a
 * time, and keeps the last known state when it cannot, its own or Redis'. Looking is the probe,
 * too: when it fails repeatedly the database takes no writes, and this process stops them at the
 * edge.
 */
@Singleton
public final class EmergencyMode {
  private static final Logger LOG = LoggerFactory.getLogger(EmergencyMode.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
  private static final int PROBES = 3;
  private static final List<String> EVERYTHING = List.of("*");

  private final EmergencySwitch emergencySwitch;
  private final TurnSwitch turnSwitch;
  private final Metrics metrics;
  private final Clock clock;
  private final AtomicReference<View> view = new AtomicReference<>(View.FIRST);

  EmergencyMode(
      EmergencySwitch emergencySwitch, TurnSwitch turnSwitch, Metrics metrics, Clock clock) {
    this.emergencySwitch = emergencySwitch;
    this.turnSwitch = turnSwitch;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The restriction in force: the one by hand, else the one by load, else none. */
  public Restriction current() {
    var now = clock.instant();
    var seen = view.get();
    // Whoever moves the time on looks; all others go on with what is known.
    if (!now.isBefore(seen.lookAgain)
        && view.compareAndSet(seen, seen.lookingAgain(now.plus(LOOK_EVERY)))) {
      look(seen);
    }
    var known = view.get();
    var byHand = known.restriction();
    return byHand.isOn(now) ? byHand : known.byLoad;
  }

  private void look(View seen) {
    try {
      succeeded(seen, emergencySwitch.read());
    } catch (RuntimeException e) {
      failed(seen, e);
    }
  }

  private void succeeded(View seen, SwitchRow row) {
    // What is switched on now does not end by what succeeded before.
    var healthy = seen.isOf(row) ? Math.max(seen.healthy, 0) + 1 : 1;
    var ends = seen.isByLoad() && healthy >= PROBES;
    update(row, healthy, ends ? Restriction.NONE : seen.byLoad);
    if (ends) {
      tell("ended");
    }
    if (healthy >= PROBES && row.endsWhenHealthy() && isOn(row)) {
      turnSwitch.end(row);
    }
  }

  private boolean isOn(SwitchRow row) {
    return row.restriction().isOn(clock.instant());
  }

  private void failed(View seen, RuntimeException why) {
    LOG.warn("The emergency switch cannot be read: {}", why.toString());
    var failures = Math.min(seen.healthy, 0) - 1;
    var isLoad = failures <= -PROBES && !seen.isByLoad();
    update(lastKnown(seen), failures, isLoad ? byLoad() : seen.byLoad);
    if (isLoad) {
      tell("began");
    }
  }

  private @Nullable SwitchRow lastKnown(View seen) {
    return emergencySwitch.remembered().filter(seen::isOlderThan).orElse(seen.row);
  }

  private void update(@Nullable SwitchRow row, int healthy, Restriction byLoad) {
    view.updateAndGet(known -> new View(row, known.lookAgain, healthy, byLoad));
  }

  private Restriction byLoad() {
    return new Restriction(
        Level.READ_ONLY,
        EVERYTHING,
        "The database does not answer",
        Restriction.BY_LOAD,
        clock.instant(),
        null,
        true);
  }

  private void tell(String what) {
    LOG.warn("Emergency mode by load {}", what);
    metrics.count("EmergencyModeByLoad", Map.of("what", what));
  }

  /**
   * What was seen last. The count is of probes that succeeded in a row or, below zero, that failed.
   */
  private record View(@Nullable SwitchRow row, Instant lookAgain, int healthy, Restriction byLoad) {
    private static final View FIRST = new View(null, Instant.MIN, 0, Restriction.NONE);

    View lookingAgain(Instant time) {
      return new View(row, time, healthy, byLoad);
    }

    boolean isByLoad() {
      return byLoad.level() != Level.OFF;
    }

    boolean isOf(SwitchRow other) {
      return row == null || row.version() == other.version();
    }

    boolean isOlderThan(SwitchRow other) {
      return row == null || row.version() < other.version();
    }

    Restriction restriction() {
      return row == null ? Restriction.NONE : row.restriction();
    }
  }
}
