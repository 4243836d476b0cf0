package gantry.webhooks;

import gantry.postgres.DatabaseFailure;
import gantry.webhooks.ProcessWebhook.Outcome;
import gantry.webhooks.ProcessWebhook.Outcome.Done;
import gantry.webhooks.ProcessWebhook.Outcome.Failed;
import gantry.webhooks.ProcessWebhook.Outcome.Later;
import gantry.webhooks.inbox.InboxMessage.Arrival;
import gantry.webhooks.inbox.InboxMessage.Malformed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch of events, and how long which message groups have to wait. */
final class InboxRun {
  private static final Logger LOG = LoggerFactory.getLogger(InboxRun.class);

  private final Function<Arrival, Outcome> action;
  private final DeadLetterWebhook deadLetters;
  private final Map<String, Duration> delays = new HashMap<>();
  private boolean databaseAway;

  InboxRun(Function<Arrival, Outcome> action, DeadLetterWebhook deadLetters) {
    this.action = action;
    this.deadLetters = deadLetters;
  }

  /** Throws when the message has to come again. */
  void take(ReceivedMessage message) {
    var delay = attempt(message);
    if (delay.isPresent()) {
      delays.put(message.group(), delay.get());
      throw new ComesAgainException(delay.get());
    }
  }

  /** How long the group's head, and with it everything behind it, has to wait. */
  Optional<Duration> delayOf(String group) {
    return Optional.ofNullable(delays.get(group));
  }

  boolean isDatabaseAway() {
    return databaseAway;
  }

  private Optional<Duration> attempt(ReceivedMessage message) {
    if (databaseAway) {
      // Each further try would wait for a connection and run the function out of its time.
      return Optional.of(RetryPolicy.afterReceive(message.receives()));
    }
    try {
      return work(message);
    } catch (RuntimeException e) {
      var failure = DatabaseFailure.of(e);
      databaseAway = failure.filter(DatabaseFailure::isAway).isPresent();
      LOG.warn(
          "A message came the {}. time and nothing could be stored: {}",
          message.receives(),
          failure.map(Enum::name).orElseGet(() -> FailureText.of(e)));
      return Optional.of(RetryPolicy.afterReceive(message.receives()));
    }
  }

  private Optional<Duration> work(ReceivedMessage message) {
    return switch (message.read()) {
      case Arrival arrival -> finish(action.apply(arrival));
      case Malformed _ -> {
        deadLetters.copyMalformed(message.content());
        yield Optional.empty();
      }
    };
  }

  private Optional<Duration> finish(Outcome outcome) {
    return switch (outcome) {
      case Done _ -> Optional.empty();
      case Later(var delay) -> Optional.of(delay);
      case Failed(var event) -> {
        deadLetters.copy(event);
        yield Optional.empty();
      }
    };
  }
}
