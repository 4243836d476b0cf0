package gantry.local.source;

import gantry.local.function.Invocable;
import gantry.local.function.InvocationOutcome;
import gantry.local.template.ScheduleEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The template's schedules: each fires on its own, and any of them when asked. */
public final class Schedules implements AutoCloseable {
  private final Map<ScheduleEvent, Timing> schedules = new LinkedHashMap<>();
  private final Invocable.Lookup functions;
  private final String region;
  private final Clock clock;
  private final Loop loop = new Loop("schedules");

  public Schedules(
      List<ScheduleEvent> schedules, Invocable.Lookup functions, String region, Clock clock) {
    schedules.forEach(schedule ->
        this.schedules.put(schedule, Timing.of(schedule.expression(), schedule.zone())));
    this.functions = functions;
    this.region = region;
    this.clock = clock;
  }

  public void start() {
    schedules.forEach((schedule, timing) -> {
      if (schedule.enabled()) {
        loop.start(() -> awaitAndFire(schedule, timing));
      }
    });
  }

  private void awaitAndFire(ScheduleEvent schedule, Timing timing) throws InterruptedException {
    var now = ZonedDateTime.now(clock);
    var next = timing.next(now);
    if (next.isEmpty()) {
      sleep(Duration.ofDays(1)); // a one-time schedule that is over
      return;
    }
    sleep(Duration.between(now, next.get()));
    var _ = fire(schedule);
  }

  private void sleep(Duration span) throws InterruptedException {
    var _ =
        loop.waitFor(() -> {
          Thread.sleep(span);
          return span;
        });
  }

  private CompletableFuture<InvocationOutcome> fire(ScheduleEvent schedule) {
    var event = ScheduledEvent.of(schedule, clock.instant(), region);
    return functions.get(schedule.function()).invoke(event);
  }

  /** Fires the schedule of that logical id, its own or its function's, unless there is none. */
  public Optional<CompletableFuture<InvocationOutcome>> fire(String logicalId) {
    return schedules.keySet().stream()
        .filter(schedule -> isNamed(schedule, logicalId))
        .findFirst()
        .map(this::fire);
  }

  private static boolean isNamed(ScheduleEvent schedule, String logicalId) {
    return schedule.function().equals(logicalId)
        || schedule.id().equals(logicalId)
        || schedule.id().equals(schedule.function() + logicalId);
  }

  @Override
  public void close() {
    loop.stop();
  }
}
