package gantry.providers;

import gantry.meter.Pace;
import gantry.providers.Outcome.Reason;
import gantry.providers.Outcome.Unavailable;
import gantry.resilience.Backoff;
import gantry.resilience.Breaker;
import gantry.resilience.Permit;
import gantry.resilience.Retries;
import gantry.resilience.RetryBudget;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A call in as many attempts as help: each at its pace, under the breaker, within the deadline. */
final class AttemptedCall {
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(3));

  private final ProviderSettings settings;
  private final Breaker breaker;
  private final Clock clock;
  private final Exchange exchange;
  private final Pace pace;
  private final Retries retries;
  private final AnswerJudge judge;

  AttemptedCall(ProviderSettings settings, Breaker breaker, Pace pace, Clock clock) {
    this.settings = settings;
    this.breaker = breaker;
    this.clock = clock;
    this.exchange = new Exchange(settings);
    this.pace = pace;
    this.retries = new Retries(settings.limits().attempts(), BACKOFF, RetryBudget.ofTenth());
    this.judge =
        AnswerJudge.BY_STATUS.then(new MediaTypes(settings.accepts())).then(settings.judge());
  }

  Outcome make(ProviderRequest request, Deadline deadline) {
    var http = request.toHttp(settings);
    for (int tries = 1; ; tries++) {
      var attempt = attempt(http, deadline);
      var pause = pauseAfter(attempt, tries, deadline).filter(_ -> request.isRepeatable());
      if (pause.isEmpty() || !waited(pause.get())) {
        return attempt.outcome();
      }
    }
  }

  private Optional<Duration> pauseAfter(Attempt attempt, int tries, Deadline deadline) {
    if (attempt.outcome() instanceof Unavailable(var reason)) {
      return reason.passes()
          ? retries.pauseAfter(tries, attempt.retryAfter(), deadline.left())
          : Optional.empty();
    }
    retries.succeeded();
    return Optional.empty();
  }

  private Attempt attempt(HttpRequest request, Deadline deadline) {
    var turn = pace.turn(deadline.left().dividedBy(2));
    if (turn.isEmpty() || !waited(turn.get())) {
      return Attempt.failed(Reason.THROTTLED);
    }
    var permit = breaker.tryAcquire();
    if (permit.isEmpty()) {
      return Attempt.failed(Reason.OPEN_CIRCUIT);
    }
    try (var leave = permit.get()) {
      return attempt(request, deadline, leave);
    }
  }

  private Attempt attempt(HttpRequest request, Deadline deadline, Permit permit) {
    var part = deadline.butAtMost(settings.limits().attempt());
    var fair = part.left().compareTo(settings.limits().attempt().dividedBy(2)) >= 0;
    var attempt = judged(exchange.send(request, part));
    if (!(attempt.outcome() instanceof Unavailable(var reason)) || !reason.isOutage()) {
      permit.succeeded();
    } else if (reason != Reason.TIMEOUT || fair) {
      permit.failed(); // A time-out of what little was left says nothing about the provider.
    }
    return attempt;
  }

  private Attempt judged(Outcome outcome) {
    if (!(outcome instanceof Answer answer)) {
      return Attempt.of(outcome);
    }
    var against = judge.reasonAgainst(answer);
    if (against.isEmpty()) {
      return Attempt.of(answer);
    }
    var wanted = RetryAfter.of(answer, clock);
    if (against.get() == Reason.THROTTLED) {
      pace.hold(wanted);
    }
    return new Attempt(Outcome.unavailable(against.get()), wanted);
  }

  private static boolean waited(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
