package gantry.payments.claim;

import gantry.payments.intent.Grant;
import gantry.payments.intent.Owner;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Hands out what was bought: written down with the credit, sent after it, again until it is out.
 */
@Singleton
final class SendGrants {
  private static final Logger LOG = LoggerFactory.getLogger(SendGrants.class);
  private static final int AT_ONCE = 100;

  private final GrantOutbox outbox;
  private final GrantsQueue queue;
  private final JsonMapper json;
  private final Clock clock;

  SendGrants(GrantOutbox outbox, GrantsQueue queue, JsonMapper json, Clock clock) {
    this.outbox = outbox;
    this.queue = queue;
    this.json = json;
    this.clock = clock;
  }

  /** Inside the transaction of the credit. */
  void promise(UUID claim, Owner owner, Grant grant) {
    var message = AccessGrant.of(claim, owner, grant, clock.instant());
    var row = new GrantRow(claim, owner.userId(), text(message), clock.instant(), null);
    outbox.keep(row, () -> send(row));
  }

  /** Those that a crash or an outage kept back. */
  void sendRest() {
    outbox.unsent(AT_ONCE).forEach(this::send);
  }

  private void send(GrantRow grant) {
    try {
      queue.send(grant);
      outbox.markSent(grant, clock.instant());
    } catch (SdkException e) {
      LOG.warn("The grant of claim {} waits for the sweep: {}", grant.claim(), e.toString());
    }
  }

  private String text(AccessGrant grant) {
    try {
      return json.writeValueAsString(grant);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
