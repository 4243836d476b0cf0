package gantry.webhooks.usage;

import gantry.webhooks.plans.Metering;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Writes consumptions down and gives them back; always inside the caller's transaction. */
@Singleton
final class UsageLedger {
  /** What is given back at last is committed when the day is counted. */
  private static final Duration LAST_RETURNS = Metering.SETTLED.minusMinutes(1);

  private final PostgresCounterStore counters;
  private final PostgresConsumptionStore consumptions;
  private final UserDays days;
  private final Clock clock;

  UsageLedger(
      PostgresCounterStore counters,
      PostgresConsumptionStore consumptions,
      UserDays days,
      Clock clock) {
    this.counters = counters;
    this.consumptions = consumptions;
    this.days = days;
    this.clock = clock;
  }

  /** What this id consumed, now or before. */
  Consumption consume(Meter meter, String id, long amount, long limit) {
    var counter = lock(meter);
    return find(meter, id)
        .orElseGet(() -> {
          var consumption = consumption(meter, id, amount, limit, counter);
          consumptions.insert(consumption);
          if (consumption.allowed()) {
            counters.add(meter.user().tenant(), meter.user().id(), meter.name(), amount);
          }
          return consumption;
        });
  }

  /** Once; false when its day is over and cannot be changed any more. */
  boolean rollBack(Meter meter, Consumption consumption) {
    var day = consumption.resetsAt();
    if (consumption.isHeld() && clock.instant().isAfter(day.plus(LAST_RETURNS))) {
      return false;
    }
    lock(meter);
    var user = meter.user();
    var id = consumption.consumptionId();
    if (consumptions.rollBack(user.tenant(), user.id(), meter.name(), id, clock.instant()) == 1) {
      counters.giveBack(user.tenant(), user.id(), meter.name(), consumption.amount(), day);
    }
    return true;
  }

  Counter lock(Meter meter) {
    var user = meter.user();
    return counters.lock(
        user.tenant(), user.id(), meter.name(), clock.instant(), days.nextReset(user));
  }

  Optional<Consumption> find(Meter meter, String id) {
    return consumptions.find(meter.user().tenant(), meter.user().id(), meter.name(), id);
  }

  private Consumption consumption(
      Meter meter, String id, long amount, long limit, Counter counter) {
    var allowed = counter.used() <= limit - amount;
    return new Consumption(
        meter.user().tenant(),
        meter.user().id(),
        meter.name(),
        id,
        amount,
        allowed,
        allowed ? counter.used() + amount : counter.used(),
        limit,
        counter.resetsAt(),
        clock.instant(),
        null);
  }
}
