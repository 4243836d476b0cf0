package gantry.local.alarm;

import static java.util.concurrent.TimeUnit.MINUTES;

import gantry.local.function.Functions;
import gantry.local.function.InvocationOutcome.Failed;
import gantry.local.template.Account;
import gantry.local.template.AlarmResource;
import gantry.local.template.AlarmResource.Metric;
import gantry.local.template.Template;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The template's alarms: each minute they look at what functions wrote and how often they failed.
 */
public final class Alarms implements AutoCloseable {
  /** As Lambda does with an event that nobody waits for: a minute later, and once more. */
  private static final int ATTEMPTS = 3;

  private final List<AlarmResource> alarms;
  private final List<String> listeners;
  private final Account account;
  private final Clock clock;
  private final Minutes minutes;
  private final Map<String, AlarmState> states = new TreeMap<>();
  private final List<Notice> untold = new ArrayList<>();
  private final Map<String, Long> errors = new HashMap<>();
  private final ScheduledExecutorService time =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  public Alarms(Template template, Account account, Clock clock) {
    this.alarms = template.alarms();
    this.listeners = template.events().ofAlarms();
    this.account = account;
    this.clock = clock;
    this.minutes = new Minutes(alarms.stream().mapToInt(Alarms::longest).max().orElse(0));
    alarms.forEach(alarm -> states.put(alarm.id(), AlarmState.INSUFFICIENT_DATA));
  }

  private static int longest(AlarmResource alarm) {
    return alarm.window().minutesPerPeriod() * alarm.window().periods();
  }

  /** Real minutes end by themselves. */
  public void start(Functions functions) {
    var _ = time.scheduleAtFixedRate(() -> endMinute(functions), 1, 1, MINUTES);
  }

  /** Takes over the line's metric, if it is one. */
  public synchronized void line(String line) {
    MetricLine.read(line, minutes::add);
  }

  /** How each alarm was at the end of the last minute, by its logical id. */
  public synchronized Map<String, AlarmState> states() {
    return new TreeMap<>(states);
  }

  /** Ends the current minute, and waits until all who listen have been told what changed. */
  public void endMinute(Functions functions) {
    var told =
        due(functions).stream()
            .map(notice -> tell(notice, functions))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(told).join();
  }

  /** What changed in this minute, and what somebody failed to take before. */
  private synchronized List<Notice> due(Functions functions) {
    var due = new ArrayList<>(untold);
    untold.clear();
    for (var change : changes(functions)) {
      var event = change.event(account);
      listeners.forEach(listener -> due.add(new Notice(listener, event, ATTEMPTS)));
    }
    return due;
  }

  /** An event for one function, which gets it so many times more while it fails. */
  private record Notice(String function, String event, int attempts) {}

  private CompletableFuture<Void> tell(Notice notice, Functions functions) {
    return functions
        .get(notice.function())
        .invoke(notice.event())
        .thenAccept(outcome -> {
          if (outcome instanceof Failed && notice.attempts() > 1) {
            keep(new Notice(notice.function(), notice.event(), notice.attempts() - 1));
          }
        });
  }

  private synchronized void keep(Notice notice) {
    untold.add(notice);
  }

  private List<AlarmChange> changes(Functions functions) {
    functions.all().forEach(function -> failed(function.name(), function.status().errors()));
    minutes.end();
    var changes = new ArrayList<AlarmChange>();
    for (var alarm : alarms) {
      var before = states.getOrDefault(alarm.id(), AlarmState.INSUFFICIENT_DATA);
      var now =
          new Verdict(alarm, minutes)
              .isPast()
              .map(past -> past ? AlarmState.ALARM : AlarmState.OK)
              .orElse(before);
      if (now != before) {
        states.put(alarm.id(), now);
        changes.add(new AlarmChange(alarm.id(), before, now, clock.instant()));
      }
    }
    return changes;
  }

  /** A function's metric is what its count has grown by since the last look. */
  private void failed(String function, long now) {
    var before = errors.put(function, now);
    var metric = new Metric("AWS/Lambda", "Errors", Map.of("FunctionName", function));
    minutes.add(metric, (double) (now - (before == null ? 0 : before)));
  }

  @Override
  public void close() {
    time.shutdownNow();
  }
}
