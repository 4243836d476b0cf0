package gantry.webhooks.handler;

import org.jspecify.annotations.Nullable;

/** What a handler makes of an event; reasons are stable slugs, never text of the event. */
public sealed interface Decision {
  record Applied() implements Decision {}

  record Stale() implements Decision {}

  record Ignored(String reason) implements Decision {}

  record Parked(String reason) implements Decision {}

  record Quarantined(String reason) implements Decision {}

  default @Nullable String reason() {
    return switch (this) {
      case Applied _, Stale _ -> null;
      case Ignored(var reason) -> reason;
      case Parked(var reason) -> reason;
      case Quarantined(var reason) -> reason;
    };
  }
}
