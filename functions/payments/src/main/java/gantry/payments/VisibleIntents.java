package gantry.payments;

import gantry.identity.Caller;
import gantry.identity.Role;
import gantry.payments.claim.ViewClaims;
import gantry.payments.intent.Intent;
import gantry.payments.intent.Intents;
import gantry.payments.intent.Requester;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Intents as far as a caller may see them. */
@Singleton
final class VisibleIntents {
  private final Intents intents;
  private final ViewClaims claims;
  private final Clock clock;

  VisibleIntents(Intents intents, ViewClaims claims, Clock clock) {
    this.intents = intents;
    this.claims = claims;
    this.clock = clock;
  }

  /** Empty also when it is somebody else's. */
  Optional<Intent> find(String id, Caller caller) {
    return uuid(id)
        .flatMap(intents::find)
        .filter(intent -> requester(caller).maySee(intent.owner()));
  }

  IntentView view(Intent intent) {
    return IntentView.of(intent, claims.ofIntent(intent.id()), clock.instant());
  }

  static Requester requester(Caller caller) {
    return new Requester(caller.tenant(), caller.userId(), role(caller));
  }

  private static Requester.Role role(Caller caller) {
    if (caller.has(Role.ADMIN)) {
      return Requester.Role.ADMIN;
    }
    return caller.has(Role.SERVICE) ? Requester.Role.SERVICE : Requester.Role.USER;
  }

  /** An id that is none is the id of nothing. */
  static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equalsIgnoreCase(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
