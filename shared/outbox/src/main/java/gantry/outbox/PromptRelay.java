package gantry.outbox;

import gantry.lambda.Invocation;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes right after a commit, as a favour: it takes little time, never fails its caller, and
 * leaves what it cannot publish to the schedule.
 */
@Singleton
public final class PromptRelay {
  private static final Logger LOG = LoggerFactory.getLogger(PromptRelay.class);
  private static final Duration LIMIT = Duration.ofSeconds(1);

  /** What a hanging database and a hanging stream can take before they give up. */
  private static final Duration WORST = Duration.ofSeconds(6);

  /** After a failure the schedule goes on alone for a while, or each event would wait in vain. */
  private static final Duration REST = Duration.ofSeconds(15);

  private final OutboxRelay relay;
  private final Transactions transactions;
  private final Clock clock;
  private volatile Instant resting = Instant.EPOCH;

  PromptRelay(OutboxRelay relay, Transactions transactions, Clock clock) {
    this.relay = relay;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Once the transaction around it has committed, at once outside of any. */
  public void publishSoon() {
    transactions.afterCommit(this::publish);
  }

  private void publish() {
    if (clock.instant().isBefore(resting) || timeIsShort()) {
      return;
    }
    try {
      relay.relay(LIMIT);
    } catch (RuntimeException e) {
      resting = clock.instant().plus(REST);
      LOG.warn("The outbox waits for its schedule: {}", e.toString());
    }
  }

  private static boolean timeIsShort() {
    return Invocation.current().map(it -> it.timeLeft().compareTo(WORST) < 0).orElse(false);
  }
}
