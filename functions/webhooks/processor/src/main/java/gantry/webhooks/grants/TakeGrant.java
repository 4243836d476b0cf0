package gantry.webhooks.grants;

import gantry.outbox.PromptRelay;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Reads a message about a grant and does what it asks for. */
@Singleton
final class TakeGrant {
  private final RecordGrant recordGrant;
  private final PromptRelay relay;
  private final JsonMapper json;
  private final Clock clock;

  TakeGrant(RecordGrant recordGrant, PromptRelay relay, JsonMapper json, Clock clock) {
    this.recordGrant = recordGrant;
    this.relay = relay;
    this.json = json;
    this.clock = clock;
  }

  /** Throws when it is no such message, or nothing could be stored. */
  void take(String text) {
    var message = read(text);
    if (message.isRevocation()) {
      recordGrant.revoke(message.id());
    } else {
      recordGrant.give(message.grant(clock));
    }
    relay.publishSoon();
  }

  private GrantMessage read(String text) {
    try {
      var message = json.readValue(text, GrantMessage.class);
      if (message == null) {
        throw new IllegalArgumentException("An empty message");
      }
      return message;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
